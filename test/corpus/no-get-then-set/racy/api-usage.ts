import Redis from 'ioredis';
import type { MiddlewareHandler } from 'hono';

let instance: Redis | undefined;

function getRedis(): Redis {
  instance ??= new Redis(process.env.REDIS_URL!, { maxRetriesPerRequest: 2 });
  return instance;
}

export const meter: MiddlewareHandler = async (c, next) => {
  const token = c.req.header('authorization')?.replace('Bearer ', '');
  if (!token) return c.text('no token', 401);

  await next();

  const redis = getRedis();
  const usage = await redis.hget('usage', token);
  await redis.hset('usage', token, parseInt(usage ?? '0') + 1); // RACE
};
