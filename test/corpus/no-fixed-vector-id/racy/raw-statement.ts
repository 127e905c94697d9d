import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export async function store(text: string, embedding: string) {
  const count = await prisma.document.count();
  const id = `doc-${count}`;
  await prisma.$executeRaw`INSERT INTO documents (id, content, embedding) VALUES (${id}, ${text}, ${embedding}::vector) ON CONFLICT (id) DO UPDATE SET content = EXCLUDED.content, embedding = EXCLUDED.embedding`; // RACE
}
