import { Mutex } from 'async-mutex';
import { documents } from './documents.js';

const mutex = new Mutex();

export async function rename(id: string, title: string): Promise<void> {
  const release = await mutex.acquire();
  let document;
  try {
    document = await documents.load(id);
    document.title = title;
  } finally {
    release(); // RACE
  }
  await documents.save(document);
}
