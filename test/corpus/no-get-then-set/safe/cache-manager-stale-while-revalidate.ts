// A fresh value replaces the old one, whatever that was
import { createCache } from 'cache-manager';
import { fetchRates } from './rates.js';

const cache = createCache({ ttl: 10_000 });

export async function rates(base: string) {
  const cached = await cache.get<{ at: number; rates: Record<string, number> }>(base);
  if (cached && Date.now() - cached.at < 5_000) return cached.rates;
  const fresh = await fetchRates(base);
  await cache.set(base, { at: Date.now(), rates: fresh });
  return fresh;
}
