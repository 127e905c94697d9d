import { createClient } from 'redis';

type Client = ReturnType<typeof createClient>;

export async function decayTrending(client: Client, factor = 0.9): Promise<void> {
  const entries = await client.zRangeWithScores('trending', 0, -1);
  if (!entries.length) return;
  await client.zAdd( // RACE
    'trending',
    entries.map(({ value, score }) => ({ value, score: score * factor })),
  );
}

export async function view(client: Client, slug: string) {
  await client.zIncrBy('trending', 1, slug);
}
