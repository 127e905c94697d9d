import { Hono } from 'hono';

type Bindings = { FEEDBACK: KVNamespace };

const app = new Hono<{ Bindings: Bindings }>();

app.post('/feedback/:page', async (c) => {
  const page = c.req.param('page');
  const body = await c.req.json<{ text: string }>();
  const stored = await c.env.FEEDBACK.get(page);
  const list: string[] = stored ? JSON.parse(stored) : [];
  list.push(body.text);
  await c.env.FEEDBACK.put(page, JSON.stringify(list)); // RACE
  return c.json({ count: list.length });
});

export default app;
