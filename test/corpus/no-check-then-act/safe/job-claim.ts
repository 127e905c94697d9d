// safe: SET NX claims in one step, and its answer is looked at
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? 'redis://localhost');

export async function claimJob(jobId: string, workerId: string): Promise<boolean> {
  const claimed = await redis.set(`job:${jobId}:owner`, workerId, 'EX', 300, 'NX');
  return claimed === 'OK';
}
