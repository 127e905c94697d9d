import { Worker, type Job } from 'bullmq';
import IORedis from 'ioredis';

const connection = new IORedis({ maxRetriesPerRequest: null });
const state = new IORedis();

interface RenderJob {
  projectId: string;
  frame: number;
}

export const worker = new Worker<RenderJob>(
  'render',
  async (job: Job<RenderJob>) => {
    const { projectId, frame } = job.data;
    await job.log(`rendering frame ${frame}`);
    const project = JSON.parse((await state.get(`project:${projectId}`)) || '{}');
    project.frames = { ...(project.frames ?? {}), [frame]: 'done' };
    await state.set(`project:${projectId}`, JSON.stringify(project)); // RACE
  },
  { connection, concurrency: 10 },
);
