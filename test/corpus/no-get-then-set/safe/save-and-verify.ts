// safe: write first, read back afterwards
import { createClient } from 'redis';

const primary = createClient({ url: process.env.PRIMARY });
await primary.connect();

export class NotStored extends Error {
  constructor(readonly slot: string) {
    super(`save game ${slot} was not stored`);
  }
}

export async function saveGame(player: string, slot: string, state: object): Promise<number> {
  const text = JSON.stringify({ state, savedAt: new Date() });
  await primary.set(`save:${player}:${slot}`, text);
  await primary.wait(1, 500);

  const stored = await primary.get(`save:${player}:${slot}`);
  if (stored === null) throw new NotStored(slot);
  return stored.length;
}
