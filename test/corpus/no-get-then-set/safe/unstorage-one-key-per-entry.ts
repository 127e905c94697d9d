// Each entry has a key of its own
import { randomUUID } from 'node:crypto';
import { createStorage } from 'unstorage';

const storage = createStorage();

export async function sign(name: string, text: string) {
  await storage.setItem(`guestbook:${randomUUID()}`, { name, text, at: Date.now() });
}

export async function entries() {
  const keys = await storage.getKeys('guestbook:');
  return Promise.all(keys.map((key) => storage.getItem(key)));
}
