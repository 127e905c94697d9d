import { tracer } from './tracer.js';
import { priceOf } from './prices.js';

export async function totalOf(articles: readonly string[]): Promise<number> {
  let total = 0;
  for (const article of articles) {
    await tracer.startActiveSpan('price', async (span) => {
      const before = total;
      const price = await priceOf(article);
      total = before + price;
      span.end();
    });
  }
  return total;
}

export function traced(article: string): Promise<unknown> {
  let looked = 0;
  return tracer.startActiveSpan('looked up', async () => {
    const before = looked;
    await priceOf(article);
    looked = before + 1;
    return looked;
  });
}
