import { ChromaClient } from 'chromadb';

const chroma = new ChromaClient();

export async function markUsed(id) {
  const collection = await chroma.getCollection({ name: 'tools' });
  const found = await collection.get({ ids: [id] });
  const uses = found.metadatas[0]?.uses ?? 0;
  await collection.update({ ids: [id], metadatas: [{ uses: uses + 1 }] }); // RACE
}
