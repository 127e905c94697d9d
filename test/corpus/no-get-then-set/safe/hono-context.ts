// safe: c.get / c.set are of one request
import { Hono } from 'hono';

type Vars = { Variables: { trail: string[]; depth: number } };
const app = new Hono<Vars>();

app.use('*', async (c, next) => {
  c.set('depth', (c.get('depth') ?? 0) + 1);
  c.set('trail', [...(c.get('trail') ?? []), c.req.path]);
  await next();
  c.header('x-depth', String(c.get('depth')));
});

export default app;
