import { Hono } from 'hono';
import { describe, nextNumber } from './describe.js';

const app = new Hono<{ Bindings: { NOTES: KVNamespace } }>();

function keyOf(ward: string): string {
  return `note:${ward}:${nextNumber()}`;
}

app.put('/wards/:ward/notes', async (c) => {
  const ward = c.req.param('ward');
  const beds = await c.req.json<string[]>();
  await Promise.all(
    beds.map(async (bed) => {
      const note = await describe(bed);
      await c.env.NOTES.put(`note:${ward}:${bed}`, JSON.stringify({ note }));
      await c.env.NOTES.put(keyOf(ward), JSON.stringify({ note }));
    }),
  );
  return c.body(null, 204);
});
