import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { statementsOf } from './ledger.js';

export async function statements(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { customer: string; month: string } }>('/:customer/:month', async (request, reply) => {
    const { customer, month } = request.params;
    const file = path.join(os.tmpdir(), `statement-${month}.csv`);
    await writeFile(file, await statementsOf(customer, month)); // RACE
    return reply.sendFile(file);
  });
}
