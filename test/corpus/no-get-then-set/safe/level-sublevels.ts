// What is read from one sublevel is written to another
import { Level } from 'level';

const db = new Level<string, string>('./data');
const documents = db.sublevel('documents');
const archive = db.sublevel('archive');

export async function archiveDocument(id: string): Promise<void> {
  const text = await documents.get(id);
  if (text === undefined) return;
  await archive.put(id, `${new Date().toISOString()}\n${text}`);
  await documents.del(id);
}

export async function index(id: string, word: string): Promise<void> {
  const text = await db.sublevel('documents').get(id);
  await db.sublevel('words').put(id, `${text ?? ''}:${word}`);
}
