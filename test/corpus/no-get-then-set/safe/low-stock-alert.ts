// safe: a read that only decides on a constant under another key
import { kv } from '@vercel/kv';

export async function checkStock(sku: string): Promise<void> {
  const stock = await kv.get<number>(`stock:${sku}`);
  if (stock !== null && stock < 5) {
    await kv.set(`alert:${sku}`, 'low', { ex: 3600 });
    console.warn(`stock of ${sku} is low: ${stock}`);
  }
}

export async function checkAll(skus: string[]): Promise<void> {
  for (const sku of skus) {
    await checkStock(sku);
  }
}
