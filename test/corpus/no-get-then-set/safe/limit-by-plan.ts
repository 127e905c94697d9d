// safe: plan is read from one hash, counter changed by INCRBY in another key
import { FastifyPluginAsync } from 'fastify';
import Redis from 'ioredis';

const LIMITS: Record<string, number> = { free: 100, pro: 10_000 };

export const usage: FastifyPluginAsync<{ redis: Redis }> = async (app, { redis }) => {
  app.post('/usage/:org', async (req, reply) => {
    const { org } = req.params as { org: string };
    const plan = (await redis.hget(`org:${org}`, 'plan')) ?? 'free';
    const used = await redis.incrby(`org:${org}:used`, 1);
    if (used > LIMITS[plan]!) return reply.code(429).send({ used });
    return { used };
  });
};
