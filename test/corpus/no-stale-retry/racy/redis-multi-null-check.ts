import { createClient } from 'redis';

const client = await createClient().connect();

export async function appendEvent(stream: string, event: object) {
  const raw = await client.get(stream);
  const events = raw ? JSON.parse(raw) : [];
  events.push(event);
  const payload = JSON.stringify(events);

  for (let i = 0; i < 10; i++) {
    const done = await client.executeIsolated(async (isolated) => {
      await isolated.watch(stream);
      try {
        await isolated.multi().set(stream, payload).exec(); // RACE
        return true;
      } catch {
        return false;
      }
    });
    if (done) return;
  }
}
