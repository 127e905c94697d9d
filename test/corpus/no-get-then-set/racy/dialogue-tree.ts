import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

interface Node {
  visits: number;
  children: string[];
}

/** Counts a visit for every node on the way down; returns the number of nodes. */
export async function visit(story: string, node: string, path: readonly string[]): Promise<number> {
  const key = `story:${story}:node:${node}`;
  const { visits = 0, children = [] } = (await redis.hgetall<Partial<Node> & Record<string, unknown>>(key)) ?? {};

  await redis.hset(key, { visits: visits + 1 }); // RACE

  const [head, ...tail] = path;
  return head !== undefined && children.includes(head) ? 1 + (await visit(story, head, tail)) : 1;
}
