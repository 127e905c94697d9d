// Safe: the count is taken and zeroed in one step, before the wait.
import { prisma } from './db.js';

const views: Record<string, number> = {};

export function countView(slug: string): void {
  views[slug] = (views[slug] ?? 0) + 1;
}

export async function storeViews(): Promise<void> {
  for (const slug of Object.keys(views)) {
    const count = views[slug] ?? 0;
    views[slug] = 0;
    if (count > 0) await prisma.page.update({ where: { slug }, data: { views: { increment: count } } });
  }
}
