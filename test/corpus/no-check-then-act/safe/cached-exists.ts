// safe: a cache that asks first, then reads
import Redis from 'ioredis';

const redis = new Redis();
declare function render(slug: string): Promise<string>;

export async function page(slug: string): Promise<string> {
  if (await redis.exists(`page:${slug}`)) {
    return (await redis.get(`page:${slug}`)) ?? '';
  }
  const html = await render(slug);
  await redis.set(`page:${slug}`, html);
  return html;
}
