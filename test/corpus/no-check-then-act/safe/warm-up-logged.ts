// safe: a cache is warmed up; that it is warm already is told in the log only
import Redis from 'ioredis';
import { loadCatalogue } from './catalogue.js';

const redis = new Redis();

export async function warmUp(region: string): Promise<void> {
  if (await redis.exists(`catalogue:${region}`)) {
    console.info('catalogue already in the cache, skipping');
    return;
  }
  const catalogue = await loadCatalogue(region);
  await redis.set(`catalogue:${region}`, JSON.stringify(catalogue), 'EX', 3600);
}
