// safe: only what fails before the push is retried
import type { Redis } from 'ioredis';
import { encode } from './codec';

export class TaskList {
  constructor(private readonly redis: Redis) {}

  async add(task: object): Promise<void> {
    const text = await this.encoded(task);
    await this.redis.lpush('tasks', text);
  }

  private async encoded(task: object, attempts = 3): Promise<string> {
    try {
      return await encode(task);
    } catch (error) {
      if (attempts === 1) throw error;
      return this.encoded(task, attempts - 1);
    }
  }
}
