import Redis from 'ioredis';

const redis = new Redis();
declare function chargeCard(order: unknown): Promise<{ receipt: string }>;

export async function pay(idempotencyKey: string, order: unknown) {
  const known = await redis.get(`idempotency:${idempotencyKey}`);
  if (known) return JSON.parse(known);
  const result = await chargeCard(order);
  await redis.set(`idempotency:${idempotencyKey}`, JSON.stringify(result), 'EX', 86_400); // RACE
  return result;
}
