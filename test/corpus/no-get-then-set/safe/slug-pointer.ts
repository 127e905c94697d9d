// safe: follows a pointer, then writes the entry it names with data of the caller
import { Redis } from 'ioredis';

interface Page {
  title: string;
  html: string;
}

export const makePages = (redis: Redis) => ({
  async put(slug: string, page: Page): Promise<string> {
    const id = await redis.hget('slugs', slug);
    if (id === null) throw new Error(`unknown slug ${slug}`);
    await redis.set(`page:${id}`, JSON.stringify({ ...page, savedAt: Date.now() }));
    return id;
  },

  async get(slug: string): Promise<Page | null> {
    const id = await redis.hget('slugs', slug);
    const text = id && (await redis.get(`page:${id}`));
    return text ? (JSON.parse(text) as Page) : null;
  },
});
