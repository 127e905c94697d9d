// safe: the delete is waited for
import { prisma } from './prisma.js';

export async function reindex(documentId: string, chunks: string[]): Promise<void> {
  await prisma.chunk.deleteMany({ where: { documentId } });
  await Promise.all(chunks.map((text) => prisma.chunk.create({ data: { documentId, text } })));
}
