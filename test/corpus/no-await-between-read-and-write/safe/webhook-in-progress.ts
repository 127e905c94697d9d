// safe: the event id is entered before it is processed
import type { FastifyInstance } from 'fastify';
import { process as processEvent } from './webhooks.js';

const entered = new Set<string>();

export default async function routes(app: FastifyInstance) {
  app.post<{ Body: { eventId: string; data: unknown } }>('/webhook', async (request, reply) => {
    const { eventId, data } = request.body;
    if (entered.has(eventId)) return reply.code(200).send();
    entered.add(eventId);
    try {
      await processEvent(data);
    } catch (error) {
      entered.delete(eventId);
      throw error;
    }
    return reply.code(200).send();
  });
}
