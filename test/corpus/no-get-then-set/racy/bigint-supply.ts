import { createClient, RedisClientType } from 'redis';

let client: RedisClientType | undefined;

async function getClient(): Promise<RedisClientType> {
  if (!client) {
    client = createClient({ url: process.env.REDIS_URL }) as RedisClientType;
    await client.connect();
  }
  return client;
}

export async function mint(token: string, amount: bigint): Promise<bigint> {
  const redis = await getClient();
  const supply = BigInt((await redis.get(`supply:${token}`)) ?? '0');
  const total = supply + amount;
  await redis.set(`supply:${token}`, total.toString()); // RACE
  return total;
}

export async function totalSupply(token: string): Promise<bigint> {
  const redis = await getClient();
  return BigInt((await redis.get(`supply:${token}`)) ?? 0);
}
