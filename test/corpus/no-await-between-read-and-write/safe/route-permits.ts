import { lookup } from 'node:dns/promises';
import type { FastifyInstance } from 'fastify';
import { crawl } from './crawl.js';

interface Options {
  permits: number;
}

export default async function crawler(app: FastifyInstance, { permits }: Options) {
  let inUse = 0;

  app.post<{ Body: { host: string } }>('/crawl', async (request, reply) => {
    if (inUse >= permits) return reply.code(429).send('try again');
    inUse += 1;
    try {
      const { address } = await lookup(request.body.host);
      return await crawl(address);
    } finally {
      inUse -= 1;
    }
  });
}
