import { Worker, type Job } from 'bullmq';
import IORedis from 'ioredis';

const connection = new IORedis({ maxRetriesPerRequest: null });

interface ChunkData { batchId: string; rows: unknown[] }
interface BatchState { done: number; failed: number; errors: string[] }

async function importRows(rows: unknown[]): Promise<string[]> {
  return rows.filter((r) => r == null).map((_, i) => `row ${i} is empty`);
}

export const worker = new Worker<ChunkData>(
  'import-chunks',
  async (job: Job<ChunkData>) => {
    const errors = await importRows(job.data.rows);
    const stateKey = `batch:${job.data.batchId}`;
    const state: BatchState = JSON.parse((await connection.get(stateKey)) || '{"done":0,"failed":0,"errors":[]}');
    state.done += job.data.rows.length - errors.length;
    state.failed += errors.length;
    state.errors.push(...errors);
    await connection.set(stateKey, JSON.stringify(state)); // RACE
    await job.updateProgress(100);
    return state;
  },
  { connection, concurrency: 8 },
);
