import Redis from 'ioredis';

const K = 32;
const LADDER = 'ladder:elo';

export class Ladder {
  constructor(private readonly redis: Redis) {}

  async result(winner: string, loser: string): Promise<[number, number]> {
    const [w, l] = await Promise.all([this.redis.zscore(LADDER, winner), this.redis.zscore(LADDER, loser)]);
    const rw = w ? Number(w) : 1200;
    const rl = l ? Number(l) : 1200;
    const expected = 1 / (1 + 10 ** ((rl - rw) / 400));
    const delta = Math.round(K * (1 - expected));
    await this.redis.zadd(LADDER, rw + delta, winner, rl - delta, loser); // RACE
    return [rw + delta, rl - delta];
  }
}
