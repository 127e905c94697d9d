// safe: spares a write; who comes second writes the same
import { createClient } from 'redis';

const client = createClient();

export async function setTheme(user: string, theme: string) {
  const current = await client.get(`theme:${user}`);
  if (current !== theme) {
    await client.set(`theme:${user}`, theme);
  }
}
