import { createClient } from 'redis';

const client = createClient();
await client.connect();

export interface LimitResult {
  allowed: boolean;
  remaining: number;
}

export async function hit(ip: string, limit = 30, windowMs = 60_000): Promise<LimitResult> {
  const key = `rl:${ip}`;
  const now = Date.now();
  const stamps = (JSON.parse((await client.get(key)) ?? '[]') as number[]).filter((t) => t > now - windowMs);
  if (stamps.length >= limit) {
    return { allowed: false, remaining: 0 };
  }
  stamps.push(now);
  await client.set(key, JSON.stringify(stamps), { PX: windowMs }); // RACE
  return { allowed: true, remaining: limit - stamps.length };
}
