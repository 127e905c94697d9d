// safe: copies from one server to another; the accesses are on different stores
import Redis from 'ioredis';

const source = new Redis(process.env.OLD_REDIS!);
const target = new Redis(process.env.NEW_REDIS!);

export async function copyAll(pattern: string): Promise<number> {
  let cursor = '0';
  let copied = 0;
  do {
    const [next, keys] = await source.scan(cursor, 'MATCH', pattern, 'COUNT', 500);
    cursor = next;
    for (const key of keys) {
      const value = await source.get(key);
      if (value === null) continue;
      await target.set(key, value.replaceAll('http://', 'https://'));
      copied++;
    }
  } while (cursor !== '0');
  return copied;
}
