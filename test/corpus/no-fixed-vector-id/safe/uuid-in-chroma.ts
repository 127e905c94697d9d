// safe: a random id
import { ChromaClient } from 'chromadb';
import { v4 as uuid } from 'uuid';

const chroma = new ChromaClient();

export async function saveNote(note: string): Promise<string> {
  const collection = await chroma.getOrCreateCollection({ name: 'notes' });
  const id = uuid();
  await collection.add({ ids: [id], documents: [note] });
  return id;
}
