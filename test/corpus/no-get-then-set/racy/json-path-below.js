import { createClient } from 'redis';

const client = await createClient({ url: process.env.REDIS_URL }).connect();

export async function dropLine(sessionId, sku) {
  const basket = await client.json.get(`session:${sessionId}`, { path: '$.basket' });
  if (!basket?.[0]?.lines) return false;
  const kept = basket[0].lines.filter((line) => line.sku !== sku);
  await client.json.set(`session:${sessionId}`, '$.basket.lines', kept); // RACE
  return true;
}
