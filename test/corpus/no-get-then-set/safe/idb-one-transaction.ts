// One readwrite transaction holds both
import { openDB } from 'idb';

const opened = openDB('reader', 1);

export async function add(list: string, url: string): Promise<void> {
  const db = await opened;
  const transaction = db.transaction('lists', 'readwrite');
  const urls: string[] = (await transaction.store.get(list)) ?? [];
  await transaction.store.put([...urls, url], list);
  await transaction.done;
}
