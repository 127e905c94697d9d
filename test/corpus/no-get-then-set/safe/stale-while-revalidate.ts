// safe: stale-while-revalidate; the fresh value comes from the fetcher
import { kv } from '@vercel/kv';

interface Entry<T> { value: T; freshUntil: number }

export async function swr<T>(key: string, fetcher: () => Promise<T>, maxAge: number): Promise<T> {
  const entry = await kv.get<Entry<T>>(key);

  const refresh = async () => {
    const value = await fetcher();
    await kv.set(key, { value, freshUntil: Date.now() + maxAge } satisfies Entry<T>);
    return value;
  };

  if (!entry) return refresh();
  if (entry.freshUntil < Date.now()) {
    refresh().catch((err) => console.warn('revalidate failed', key, err));
  }
  return entry.value;
}
