// safe: cache-aside with an in-flight map
import { createClient } from 'redis';

const client = createClient();
const inflight = new Map<string, Promise<string>>();

export async function render(path: string, build: (p: string) => Promise<string>): Promise<string> {
  const cached = await client.get(`page:${path}`);
  if (cached !== null) return cached;

  let pending = inflight.get(path);
  if (!pending) {
    pending = build(path)
      .then(async (html) => {
        await client.set(`page:${path}`, html, { EX: 60 });
        return html;
      })
      .finally(() => inflight.delete(path));
    inflight.set(path, pending);
  }
  return pending;
}
