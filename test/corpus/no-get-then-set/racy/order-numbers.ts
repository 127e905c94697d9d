import { Redis } from 'ioredis';

export class OrderNumbers {
  static readonly KEY = 'orders:last-number';
  private static client?: Redis;

  private static get redis(): Redis {
    return (this.client ??= new Redis(process.env.REDIS_URL!));
  }

  /** Gives `2026-000042` and so on. */
  static async next(year: number): Promise<string> {
    const last = await OrderNumbers.redis.get(OrderNumbers.KEY);
    let n = 1;
    if (last) {
      const [lastYear, lastNumber] = last.split('-').map(Number);
      if (lastYear === year) n = lastNumber! + 1;
    }
    const number = `${year}-${String(n).padStart(6, '0')}`;
    await OrderNumbers.redis.set(OrderNumbers.KEY, number); // RACE
    return number;
  }
}
