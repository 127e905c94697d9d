// safe: a derived value is published, not stored
import { createClient } from 'redis';

const client = createClient();

export async function announce(symbol: string) {
  const raw = await client.get(`quote:${symbol}`);
  if (!raw) return 0;
  const quote = JSON.parse(raw);
  quote.spread = quote.ask - quote.bid;
  return client.publish(`quotes.${symbol}`, JSON.stringify(quote));
}
