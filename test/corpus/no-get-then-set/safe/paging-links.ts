// safe: URLSearchParams built per call
import type { Context } from 'hono';

export function pagingLinks(c: Context, total: number) {
  const url = new URL(c.req.url);
  const params = url.searchParams;
  const page = Number(params.get('page') ?? 1);
  const links: Record<string, string> = {};
  if (page * 20 < total) {
    params.set('page', String(page + 1));
    links.next = url.toString();
  }
  if (page > 1) {
    params.set('page', String(Number(params.get('page')) - 2));
    links.prev = url.toString();
  }
  return links;
}
