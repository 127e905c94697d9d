// What was read before the wait is read again after it
import NodeCache from 'node-cache';
import { priceOf } from './catalog.js';

const baskets = new NodeCache();

export async function add(session: string, sku: string): Promise<void> {
  const price = await priceOf(sku);
  const basket = baskets.get<{ skus: string[]; total: number }>(session) ?? { skus: [], total: 0 };
  baskets.set(session, { skus: [...basket.skus, sku], total: basket.total + price });
}
