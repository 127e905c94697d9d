// safe: one route reads, another stores what the client sends
import { createClient } from 'redis';
import type { FastifyPluginAsync } from 'fastify';

const profiles: FastifyPluginAsync = async (app) => {
    const client = await createClient({ url: process.env.REDIS_URL }).connect();
    app.addHook('onClose', async () => client.close());

    app.get<{ Params: { id: string } }>('/profiles/:id', async (request, reply) => {
        const text = await client.get(`profile:${request.params.id}`);
        return text === null ? reply.code(404).send() : JSON.parse(text);
    });

    app.put<{ Params: { id: string }; Body: { name: string } }>('/profiles/:id', async (request, reply) => {
        const profile = { name: request.body.name.trim(), updatedAt: Date.now() };
        await client.set(`profile:${request.params.id}`, JSON.stringify(profile));
        return reply.code(204).send();
    });
};

export default profiles;
