// safe: the tasks return their parts, which are summed up when all have ended
import { embed } from './embeddings.js';

export async function totalLength(texts: string[]): Promise<{ sum: number; longest: number }> {
  const lengths = await Promise.all(
    texts.map(async (text) => {
      const vector = await embed(text);
      return Math.hypot(...vector);
    }),
  );
  let sum = 0;
  let longest = 0;
  for (const length of lengths) {
    sum += length;
    longest = Math.max(longest, length);
  }
  return { sum, longest };
}
