import { prisma } from './prisma.js';

export async function reindex(documentId: string, chunks: string[]): Promise<void> {
  await Promise.all([
    prisma.chunk.deleteMany({ where: { documentId } }),
    prisma.chunk.createMany({ data: chunks.map((text) => ({ documentId, text })) }), // RACE
  ]);
}
