// safe: read-through cache with kv
import { kv } from '@vercel/kv';

interface Product {
  id: string;
  name: string;
  priceCents: number;
}

async function loadProduct(id: string): Promise<Product> {
  const response = await fetch(`https://catalog.example.com/products/${id}`);
  if (!response.ok) throw new Error(`catalog answered ${response.status}`);
  return (await response.json()) as Product;
}

async function getProduct(id: string): Promise<Product> {
  const cached = await kv.get<Product>(`product:${id}`);
  if (cached) return cached;
  const product = await loadProduct(id);
  await kv.set(`product:${id}`, product, { ex: 600 });
  return product;
}

export default async function ProductPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const product = await getProduct(id);
  return (
    <main>
      <h1>{product.name}</h1>
      <p>{(product.priceCents / 100).toFixed(2)} €</p>
    </main>
  );
}
