import { askShop } from './shops.js';

/** The best price any of the shops pays for a used article. */
export async function bestOffer(shops: string[], sku: string): Promise<{ best: number }> {
  let best = 0;
  await Promise.all(
    shops.map(async (shop) => {
      best = Math.max(best, await askShop(shop, sku)); // RACE
    }),
  );
  return { best };
}
