// safe: the parts only work, and one write tells how they went
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function finish(id: string, parts: { run(): Promise<void> }[]) {
  const results = await Promise.allSettled(parts.map((p) => p.run()));
  const ok = results.every((r) => r.status === "fulfilled");
  await prisma.build.update({ where: { id }, data: { status: ok ? "passed" : "failed" } });
}
