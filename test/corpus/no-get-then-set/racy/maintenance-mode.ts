import { Redis as IORedis } from 'ioredis';
import type { FastifyInstance } from 'fastify';

const FLAG = 'site:maintenance';
const store = new IORedis(6380, 'cache.internal');

export default async function maintenanceRoutes(app: FastifyInstance): Promise<void> {
  app.get('/maintenance', async () => ({ on: (await store.get(FLAG)) === '1' }));

  app.post('/maintenance/toggle', async (request, reply) => {
    const value = await store.get(FLAG);
    await store.set(FLAG, value === '1' ? '0' : '1'); // RACE
    request.log.warn({ was: value }, 'maintenance mode toggled');
    return reply.code(204).send();
  });
}
