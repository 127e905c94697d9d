export async function addToCart(sku) {
  const cart = JSON.parse(localStorage.getItem('cart') ?? '[]');
  const response = await fetch(`/api/products/${sku}`);
  cart.push(await response.json());
  localStorage.setItem('cart', JSON.stringify(cart)); // RACE
}
