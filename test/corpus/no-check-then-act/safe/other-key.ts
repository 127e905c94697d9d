// safe: checks one thing, writes another
import Redis from 'ioredis';

const redis = new Redis();

export async function touch(user: string) {
  if (!(await redis.exists(`user:${user}`))) throw new Error('No such user');
  await redis.set(`seen:${user}`, String(Date.now()));
}
