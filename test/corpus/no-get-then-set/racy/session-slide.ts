import { Redis } from 'ioredis';
import type { onRequestAsyncHookHandler } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    visitor?: { id: string; pages: string[] };
  }
}

export function trackVisitor(redis: Redis): onRequestAsyncHookHandler {
  return async function (request, reply) {
    const id = request.headers['x-visitor'];
    if (typeof id !== 'string') return;

    const text = await redis.getex(`visitor:${id}`, 'EX', 1800);
    const visitor = text ? JSON.parse(text) : { id, pages: [] };
    visitor.pages = [...visitor.pages.slice(-19), request.url];

    await redis.set(`visitor:${id}`, JSON.stringify(visitor), 'EX', 1800); // RACE
    request.visitor = visitor;
    reply.header('x-pages', visitor.pages.length);
  };
}
