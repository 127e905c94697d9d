import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const ROOM = 20;

export async function avatars(app: FastifyInstance): Promise<void> {
  app.post<{ Params: { member: string }; Body: Buffer }>('/members/:member/avatars', async (request, reply) => {
    const album = join('/srv/avatars', request.params.member);
    const kept = (await readdir(album)).filter((name) => name.endsWith('.webp'));
    if (kept.length >= ROOM) return reply.code(403).send();
    const id = randomUUID();
    await writeFile(join(album, `${id}.webp`), request.body); // RACE
    return { id };
  });
}
