import { Redis } from 'ioredis';

interface Clients {
  cache: Redis;
  events: Redis;
}

const clients: Clients = {
  cache: new Redis({ db: 0 }),
  events: new Redis({ db: 1 }),
};

const keyOf = (campaign: string) => `campaign:${campaign}`;

export async function spend(campaign: string, micros: bigint): Promise<boolean> {
  const fields = await clients.cache.hgetall(keyOf(campaign));
  const left = BigInt(fields.left ?? 0) - micros;
  if (left < 0n) {
    await clients.events.publish('campaign:exhausted', campaign);
    return false;
  }
  await clients.cache.hset(keyOf(campaign), 'left', left.toString()); // RACE
  return true;
}
