import type { Redis } from 'ioredis';

export class TaskList {
  constructor(private readonly redis: Redis) {}

  add(task: object): Promise<number> {
    return this.withRetry(() => this.redis.lpush('tasks', JSON.stringify(task))); // RACE
  }

  private async withRetry<T>(operation: () => Promise<T>, attempts = 5): Promise<T> {
    let last: unknown;
    for (let i = 0; i < attempts; i++) {
      try {
        return await operation();
      } catch (error) {
        last = error;
      }
    }
    throw last;
  }
}
