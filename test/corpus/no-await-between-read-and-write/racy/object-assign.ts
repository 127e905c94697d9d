import { Hono } from 'hono';
import { measure } from './sensors';

interface Climate {
  readings: number;
  heat: number;
}

const climate: Climate = { readings: 0, heat: 0 };
const api = new Hono();

api.post('/sensor/:id', async (c) => {
  const { readings, heat } = climate;
  const sample = await measure(c.req.param('id'));
  Object.assign(climate, { readings: readings + 1, heat: heat + sample }); // RACE
  return c.json({ ok: true });
});

api.get('/mean', (c) => c.json({ mean: climate.heat / climate.readings }));

export default api;
