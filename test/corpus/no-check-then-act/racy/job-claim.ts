import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? 'redis://localhost');

/** Says whether this worker got the job. */
export async function claimJob(jobId: string, workerId: string): Promise<boolean> {
  const owner = await redis.get(`job:${jobId}:owner`);
  if (owner) return false;
  await redis.set(`job:${jobId}:owner`, workerId, 'EX', 300); // RACE
  return true;
}
