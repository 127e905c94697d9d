import Redis from 'ioredis';

const redis = new Redis();

export async function spend(account: string, cost: number) {
  const credits = parseInt((await redis.get(`credits:${account}`)) ?? '0', 10);
  if (credits < cost) {
    throw new RangeError('Not enough credits');
  }
  await redis.decrby(`credits:${account}`, cost); // RACE
}
