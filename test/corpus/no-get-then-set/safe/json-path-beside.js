// safe: what is written lies beside what was read, not inside of it
import { createClient } from 'redis';

const client = await createClient({ url: process.env.REDIS_URL }).connect();

export async function rememberCount(sessionId) {
  const basket = await client.json.get(`session:${sessionId}`, { path: '$.basket' });
  await client.json.set(`session:${sessionId}`, '$.basketSize', basket[0].lines.length);
  await client.json.set(`session:${sessionId}`, '$.summary.lines', basket[0].lines.length);
}
