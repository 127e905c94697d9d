// safe: cache filled on a miss
import Redis from 'ioredis';
import axios from 'axios';

const redis = new Redis();

export type Rates = Record<string, number>;

export async function rates(base: string): Promise<Rates> {
  const key = `rates:${base}`;
  const hit = await redis.get(key);
  if (hit) {
    return JSON.parse(hit) as Rates;
  }

  const { data } = await axios.get<{ rates: Rates }>('https://rates.example.com/latest', { params: { base } });
  await redis.set(key, JSON.stringify(data.rates), 'EX', 15 * 60);
  return data.rates;
}
