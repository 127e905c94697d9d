// safe: SET NX claim whose reply is checked
import Redis from 'ioredis';
import type { FastifyInstance } from 'fastify';

const redis = new Redis();

interface Payload {
  eventId: string;
  amount: number;
}

export default async function webhook(app: FastifyInstance) {
  app.post<{ Body: Payload }>('/webhook', async (request, reply) => {
    const claimed = await redis.set(`event:${request.body.eventId}`, Date.now(), 'EX', 86400, 'NX');
    if (claimed === null) {
      return reply.code(200).send({ duplicate: true });
    }
    await redis.incrby('webhook:amount', request.body.amount);
    return reply.code(202).send({ duplicate: false });
  });
}
