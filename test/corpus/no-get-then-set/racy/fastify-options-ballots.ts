import type { FastifyPluginAsync } from 'fastify';
import type { Redis } from 'ioredis';

interface BallotOptions {
  store: Redis;
  prefix?: string;
}

export const ballots: FastifyPluginAsync<BallotOptions> = async (app, { store, prefix = 'ballot' }) => {
  app.post('/ballots/:id', async (request) => {
    const { id } = request.params as { id: string };
    const raw = await store.get(`${prefix}:${id}`);
    const votes: string[] = raw ? JSON.parse(raw) : [];
    votes.push(request.ip);
    await store.set(`${prefix}:${id}`, JSON.stringify(votes)); // RACE
    return { votes: votes.length };
  });
};
