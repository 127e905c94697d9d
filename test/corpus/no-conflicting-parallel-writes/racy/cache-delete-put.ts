import Keyv from 'keyv';

const cache = new Keyv('redis://localhost:6379');

export async function refresh(id: string, value: object): Promise<void> {
  const key = `profile:${id}`;
  await Promise.all([
    cache.delete(key),
    cache.set(key, value), // RACE
  ]);
}
