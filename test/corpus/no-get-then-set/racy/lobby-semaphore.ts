import { Semaphore } from 'async-mutex';
import { createClient } from 'redis';

const gate = new Semaphore(8);
const client = createClient();
await client.connect();

export async function joinLobby(lobby: string, player: string): Promise<string[]> {
  const [, release] = await gate.acquire();
  try {
    const names = JSON.parse((await client.get(`lobby:${lobby}`)) ?? '[]') as string[];
    if (!names.includes(player)) {
      names.push(player);
      await client.set(`lobby:${lobby}`, JSON.stringify(names)); // RACE
    }
    return names;
  } finally {
    release();
  }
}
