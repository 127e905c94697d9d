import type { FastifyInstance } from 'fastify';
import { process as processEvent } from './webhooks.js';

const handled = new Set<string>();

export default async function routes(app: FastifyInstance) {
  app.post<{ Body: { eventId: string; data: unknown } }>('/webhook', async (request, reply) => {
    const { eventId, data } = request.body;
    if (!handled.has(eventId)) {
      await processEvent(data);
      handled.add(eventId); // RACE
    }
    return reply.code(200).send();
  });
}
