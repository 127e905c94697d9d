import { RedisClientType } from 'redis';

class KeyBuilder {
  constructor(private readonly namespace: string) {}

  for(...parts: (string | number)[]): string {
    return [this.namespace, ...parts].join(':');
  }
}

export class StreakService {
  private readonly keys = new KeyBuilder('streak');

  constructor(private readonly redis: RedisClientType) {}

  async checkIn(userId: number, day: number): Promise<number> {
    const raw = await this.redis.get(this.keys.for('user', userId));
    const streak = raw ? JSON.parse(raw) : { last: 0, length: 0 };
    if (streak.last === day) return streak.length;
    streak.length = streak.last === day - 1 ? streak.length + 1 : 1;
    streak.last = day;
    await this.redis.set(this.keys.for('user', userId), JSON.stringify(streak)); // RACE
    return streak.length;
  }
}
