import assert from 'node:assert/strict';
import { createClient } from 'redis';

const client = await createClient().connect();

export class Nicknames {
  async take(nickname: string, player: string): Promise<void> {
    const owner = await client.get(`nickname:${nickname}`);
    assert(owner === null, `${nickname} belongs to ${owner}`);
    await client.set(`nickname:${nickname}`, player); // RACE
  }
}
