import type { RedisClientType } from 'redis';

interface Deps {
  redis: RedisClientType;
}

export function makeScheduler({ redis }: Deps) {
  return {
    async start(taskId: string, agent: string) {
      const status = await redis.hGet(`task:${taskId}`, 'status');
      if (status !== 'pending') {
        return { started: false as const };
      }
      await redis.hSet(`task:${taskId}`, 'status', 'running'); // RACE
      await redis.hSet(`task:${taskId}`, 'agent', agent);
      return { started: true as const };
    },
  };
}
