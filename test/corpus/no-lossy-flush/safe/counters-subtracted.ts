// Safe: only what was stored is taken off.
import { prisma } from './db.js';

const views = new Map<string, number>();

export function countView(slug: string): void {
  views.set(slug, (views.get(slug) ?? 0) + 1);
}

export async function storeViews(): Promise<void> {
  for (const [slug, count] of [...views]) {
    await prisma.page.update({ where: { slug }, data: { views: { increment: count } } });
    views.set(slug, (views.get(slug) ?? 0) - count);
  }
}
