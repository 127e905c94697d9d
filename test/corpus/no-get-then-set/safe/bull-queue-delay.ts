// safe: read setting of one key, results under the job's own key
import { Worker } from 'bullmq';
import IORedis from 'ioredis';

const connection = new IORedis({ maxRetriesPerRequest: null });

export const worker = new Worker(
  'thumbs',
  async (job) => {
    const quality = Number((await connection.get('thumbs:quality')) ?? 80);
    const out = await encode(job.data.url, quality);
    await connection.set(`thumbs:result:${job.id}`, JSON.stringify({ out, quality }), 'EX', 3600);
    await connection.incr('thumbs:done');
    return out;
  },
  { connection },
);

async function encode(url: string, quality: number): Promise<string> {
  return `${url}?q=${quality}`;
}
