// The same key in two stores
import { Keyv } from 'keyv';

const primary = new Keyv('redis://primary');
const replica = new Keyv('redis://replica');

export async function copy(key: string): Promise<void> {
  const value = await primary.get<string>(key);
  if (value !== undefined) await replica.set(key, `${value} (copy)`);
}
