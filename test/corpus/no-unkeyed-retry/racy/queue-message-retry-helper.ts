import type { RedisClientType } from 'redis';

export class Outbox {
  #client: RedisClientType;

  constructor(client: RedisClientType) {
    this.#client = client;
  }

  async push(message: string): Promise<void> {
    await this.#attempt(() => this.#client.rPush('outbox', message)); // RACE
  }

  async #attempt<T>(task: () => Promise<T>, left = 5): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return this.#attempt(task, left - 1);
    }
  }
}
