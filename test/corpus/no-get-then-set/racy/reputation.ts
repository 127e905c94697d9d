import { createClient } from 'redis';

const connect = () => createClient({ url: process.env.FORUM_REDIS }).connect();

let ready: ReturnType<typeof connect> | undefined;

function connection() {
  ready ??= connect();
  return ready;
}

export const REPUTATION = 'forum:reputation';

export async function upvote(author: string, weight: number): Promise<void> {
  const redis = await connection();
  const score = await redis.zScore(REPUTATION, author);
  await redis.zAdd(REPUTATION, { value: author, score: Math.max(0, (score ?? 0) + weight) }); // RACE
}
