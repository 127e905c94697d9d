import { createClient } from 'redis';

const client = createClient();
client.on('error', () => {});
await client.connect();

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Keeps a moving average of a room and writes it even when the link is shaky. */
export async function report(room: string, celsius: number): Promise<void> {
  const stored = await client.get(`room:${room}:avg`);
  const average = stored === null ? celsius : Number(stored) * 0.8 + celsius * 0.2;

  for (let attempt = 1; ; attempt++) {
    try {
      await client.set(`room:${room}:avg`, String(average)); // RACE
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      await sleep(attempt * 100);
    }
  }
}
