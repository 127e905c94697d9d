import type { Redis } from 'ioredis';

export class Invalidator {
  readonly #ids = new Set<number>();

  constructor(private readonly redis: Redis) {}

  mark(id: number): void {
    this.#ids.add(id);
  }

  async run(): Promise<void> {
    for (const id of this.#ids) {
      await this.redis.del(`product:${id}`);
    }
    this.#ids.clear(); // RACE
  }
}
