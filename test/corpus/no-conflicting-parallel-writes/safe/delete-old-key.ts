// Safe: one key is deleted, another one is set.
import Keyv from 'keyv';

const cache = new Keyv('redis://localhost:6379');

export async function rename(from: string, to: string, value: object): Promise<void> {
  await Promise.all([cache.delete(`profile:${from}`), cache.set(`profile:${to}`, value)]);
}
