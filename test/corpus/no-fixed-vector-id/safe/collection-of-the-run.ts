// safe: each run has a collection of its own
import { ChromaClient } from 'chromadb';

const chroma = new ChromaClient();

export async function indexRun(runId: string, pages: string[]) {
  const collection = await chroma.createCollection({ name: `run-${runId}` });
  await collection.add({ ids: pages.map((_, i) => `page-${i}`), documents: pages });
}
