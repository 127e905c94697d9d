import { ChromaClient, type Collection } from 'chromadb';

async function open(): Promise<Collection> {
  return new ChromaClient().getOrCreateCollection({ name: 'pages' });
}

export async function indexPages(pages: string[]): Promise<void> {
  const collection = await open();
  for (const [i, page] of pages.entries()) {
    await collection.upsert({ ids: [`page-${i}`], documents: [page] }); // RACE
  }
}
