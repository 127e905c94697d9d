import Redis from 'ioredis';

const redis = new Redis();

export class InsufficientFunds extends Error {}

export async function transfer(from: string, to: string, cents: number) {
  const fromKey = `acct:${from}`;
  const toKey = `acct:${to}`;
  const [a, b] = await redis.mget(fromKey, toKey);
  const source = Number(a ?? 0);
  const target = Number(b ?? 0);
  if (source < cents) {
    throw new InsufficientFunds(`${from} has ${source}, needs ${cents}`);
  }
  await redis.mset(fromKey, source - cents, toKey, target + cents); // RACE
  return { from: source - cents, to: target + cents };
}
