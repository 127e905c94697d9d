import { prisma } from './db.js';

const views: Record<string, number> = {};

export function countView(slug: string): void {
  views[slug] = (views[slug] ?? 0) + 1;
}

export async function storeViews(): Promise<void> {
  for (const [slug, count] of Object.entries(views)) {
    await prisma.page.update({ where: { slug }, data: { views: { increment: count } } });
    views[slug] = 0; // RACE
  }
}

setInterval(() => void storeViews(), 30_000);
