// safe: stale-while-revalidate, the fresh value comes from the source
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

interface Cached<T> {
  value: T;
  fetchedAt: number;
}

type Weather = { celsius: number; sky: string };

async function refresh(city: string): Promise<Weather> {
  const response = await fetch(`https://weather.example.com/${encodeURIComponent(city)}`);
  const value = (await response.json()) as Weather;
  const entry: Cached<Weather> = { value, fetchedAt: Date.now() };
  await redis.set(`weather:${city}`, entry);
  return value;
}

export async function weather(city: string): Promise<Weather> {
  const entry = await redis.get<Cached<Weather>>(`weather:${city}`);
  if (!entry) return refresh(city);
  if (Date.now() - entry.fetchedAt > 60_000) {
    void refresh(city).catch((error) => console.error('refresh failed', error));
  }
  return entry.value;
}
