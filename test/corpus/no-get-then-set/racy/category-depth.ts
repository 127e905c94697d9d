import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

type Category = { name: string; parent: string | null; products: number };

/** Counts a product in its category and in every category above it. */
export async function countProduct(categoryId: string): Promise<void> {
  const category = await redis.get<Category>(`category:${categoryId}`);
  if (!category) return;

  category.products += 1;
  await redis.set(`category:${categoryId}`, category); // RACE

  if (category.parent) {
    await countProduct(category.parent);
  }
}
