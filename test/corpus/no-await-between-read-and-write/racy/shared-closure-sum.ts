import { embed } from './embeddings.js';

export async function centroid(texts: string[]): Promise<number[]> {
  const sum = { vector: [] as number[], count: 0 };

  const add = async (text: string) => {
    const before = sum.count;
    const vector = await embed(text);
    vector.forEach((x, i) => {
      sum.vector[i] = (sum.vector[i] ?? 0) + x;
    });
    sum.count = before + 1; // RACE
  };

  await Promise.all(texts.map(add));
  return sum.vector.map((x) => x / sum.count);
}
