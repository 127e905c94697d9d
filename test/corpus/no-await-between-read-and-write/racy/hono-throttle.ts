import { Hono } from 'hono';
import { geoOf } from './geo';

const hits = new Map<string, number>();
const LIMIT = 100;

const app = new Hono();

app.use('*', async (c, next) => {
  const ip = c.req.header('x-forwarded-for') ?? 'unknown';
  const used = hits.get(ip) ?? 0;
  if (used >= LIMIT) return c.text('slow down', 429);

  const country = await geoOf(ip);
  c.set('country', country);
  hits.set(ip, used + 1); // RACE
  await next();
});

setInterval(() => hits.clear(), 60_000);

export default app;
