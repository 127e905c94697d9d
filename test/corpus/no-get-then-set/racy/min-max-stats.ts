import Redis from 'ioredis';

interface Extremes { min: string; max: string; sum: string; n: string }

export class LatencyStats {
  private readonly redis = new Redis({ host: process.env.REDIS_HOST, db: 3 });

  async record(route: string, ms: number) {
    const h = (await this.redis.hgetall(`lat:${route}`)) as unknown as Partial<Extremes>;
    const min = Math.min(ms, h.min ? Number(h.min) : Infinity);
    const max = Math.max(ms, Number(h.max ?? 0));
    await this.redis.hmset(`lat:${route}`, { // RACE
      min,
      max,
      sum: Number(h.sum ?? 0) + ms,
      n: Number(h.n ?? 0) + 1,
    });
  }
}
