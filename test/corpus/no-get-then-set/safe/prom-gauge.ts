// safe: prom-client gauge, in memory
import { Gauge } from 'prom-client';

const cache = new Gauge({ name: 'cache_entries', help: 'entries' });

export async function adjust(delta: number) {
  const { values } = await cache.get();
  console.debug('entries were', values[0]?.value);
  cache.inc(delta);
}
