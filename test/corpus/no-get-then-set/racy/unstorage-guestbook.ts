import { createStorage } from 'unstorage';
import fsDriver from 'unstorage/drivers/fs';

const storage = createStorage({ driver: fsDriver({ base: './data' }) });

export async function sign(name: string, text: string) {
  const entries = (await storage.getItem<{ name: string; text: string }[]>('guestbook')) || [];
  entries.unshift({ name, text });
  await storage.setItem('guestbook', entries); // RACE
  return entries.length;
}
