// safe: SET NX claims, and the assertion looks at its answer
import assert from 'node:assert/strict';
import { createClient } from 'redis';

const client = await createClient().connect();

export async function takeNickname(nickname: string, player: string): Promise<void> {
  const given = await client.set(`nickname:${nickname}`, player, { NX: true });
  assert(given === 'OK', `${nickname} is taken`);
}
