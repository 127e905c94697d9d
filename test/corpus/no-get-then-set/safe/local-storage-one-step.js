// In one tab nothing runs between the two
export function addToCart(product) {
  const cart = JSON.parse(localStorage.getItem('cart') ?? '[]');
  cart.push(product);
  localStorage.setItem('cart', JSON.stringify(cart));
  window.dispatchEvent(new Event('cart'));
}

export async function fetchAndAdd(sku) {
  const response = await fetch(`/api/products/${sku}`);
  addToCart(await response.json());
}
