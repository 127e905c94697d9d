import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export async function hire(agent: string, task: string): Promise<void> {
  await Promise.all([
    redis.hset(`agent:${agent}`, { status: 'busy', task }),
    redis.hset(`agent:${agent}`, { status: 'hired' }), // RACE
  ]);
}
