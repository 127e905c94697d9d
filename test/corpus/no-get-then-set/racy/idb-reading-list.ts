import { openDB, type IDBPDatabase } from 'idb';

const opened: Promise<IDBPDatabase> = openDB('reader', 1, {
  upgrade(db) {
    db.createObjectStore('lists');
  },
});

export async function add(list: string, url: string): Promise<void> {
  const db = await opened;
  const urls: string[] = (await db.get('lists', list)) ?? [];
  urls.push(url);
  await db.put('lists', urls, list); // RACE
}
