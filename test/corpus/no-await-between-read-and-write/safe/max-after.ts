// safe: awaited first, compared and written in one step
import { askShop } from './shops.js';

export async function bestOffer(shops: string[], sku: string): Promise<number> {
  let best = 0;
  let asked = 0;
  await Promise.all(
    shops.map(async (shop) => {
      const offer = await askShop(shop, sku);
      best = Math.max(best, offer);
      asked++;
    }),
  );
  console.log(`${asked} shops asked`);
  return best;
}
