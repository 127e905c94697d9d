// safe: only writes
import { setInterval } from 'node:timers';
import Redis from 'ioredis';

export class Heartbeat {
  #beats = 0;
  #timer?: NodeJS.Timeout;

  constructor(private readonly redis: Redis, private readonly id: string) {}

  start() {
    this.#timer = setInterval(() => {
      this.#beats += 1;
      void this.redis.set(`hb:${this.id}`, JSON.stringify({ beats: this.#beats, at: Date.now() }), 'EX', 30);
    }, 10_000);
  }

  stop() {
    clearInterval(this.#timer);
  }
}
