import { createClient } from '@vercel/kv';

const db = createClient({
  url: process.env.KV_REST_API_URL!,
  token: process.env.KV_REST_API_TOKEN!,
});

const keys = {
  collection: (owner: string) => `collection:${owner}`,
  recipe: (id: string) => `recipe:${id}`,
};

interface Collection {
  name: string;
  recipeIds: string[];
}

export async function removeRecipe(owner: string, recipeId: string): Promise<void> {
  const collection = await db.get<Collection>(keys.collection(owner));
  if (!collection) return;
  await db.set(keys.collection(owner), { // RACE
    ...collection,
    recipeIds: collection.recipeIds.filter((id) => id !== recipeId),
  });
  await db.del(keys.recipe(recipeId));
}
