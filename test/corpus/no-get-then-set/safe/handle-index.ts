// safe: the read of one key decides the name of another
import { Redis } from 'ioredis';

const redis = new Redis();

interface Author {
  id: string;
  handle: string;
}

/** Rebuilds the entry of an author in the handle index. */
export async function reindexAuthor(id: string): Promise<void> {
  const text = await redis.get(`author:${id}`);
  if (!text) return;
  const author = JSON.parse(text) as Author;
  await redis.set(`handle:${author.handle.toLowerCase()}`, author.id);
  await redis.sadd('authors', author.id);
}
