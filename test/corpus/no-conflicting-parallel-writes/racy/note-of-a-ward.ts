import { Hono } from 'hono';
import { describe } from './describe.js';

const app = new Hono<{ Bindings: { NOTES: KVNamespace } }>();

app.put('/wards/:ward/notes', async (c) => {
  const ward = c.req.param('ward');
  const beds = await c.req.json<string[]>();
  await Promise.all(
    beds.map(async (bed) => {
      const note = await describe(bed);
      await c.env.NOTES.put(`note:${ward}`, JSON.stringify({ bed, note })); // RACE
    }),
  );
  return c.body(null, 204);
});

app.get('/wards/:ward/notes', async (c) => c.json(await c.env.NOTES.get(`note:${c.req.param('ward')}`, 'json')));
