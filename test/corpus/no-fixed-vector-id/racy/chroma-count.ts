import { ChromaClient } from 'chromadb';

const chroma = new ChromaClient();

export async function saveNote(note: string): Promise<string> {
  const collection = await chroma.getOrCreateCollection({ name: 'notes' });
  const count = await collection.count();
  const id = `note_${count + 1}`;
  await collection.add({ ids: [id], documents: [note] }); // RACE
  return id;
}
