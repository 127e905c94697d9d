// What is written under one key was read under another
import Keyv from 'keyv';

const store = new Keyv('redis://localhost');

export async function promote(draft: string, live: string): Promise<void> {
  const text = await store.get<string>(`draft:${draft}`);
  if (text === undefined) return;
  await store.set(`live:${live}`, `${text}\n`);
  await store.delete(`draft:${draft}`);
}
