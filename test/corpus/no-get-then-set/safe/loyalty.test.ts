// safe: a test that seeds, acts and reads
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from 'redis';

const client = createClient();
await client.connect();

const credit = (id: string, points: number) => client.incrBy(`loyalty:${id}`, points);

describe('loyalty', () => {
  beforeEach(async () => {
    await client.set('loyalty:anna', 10);
  });

  afterAll(async () => {
    await client.del('loyalty:anna');
    await client.close();
  });

  it('adds points', async () => {
    await credit('anna', 5);
    expect(Number(await client.get('loyalty:anna'))).toBe(15);
  });

  it('adds nothing for a zero credit', async () => {
    const before = await client.get('loyalty:anna');
    await credit('anna', 0);
    expect(await client.get('loyalty:anna')).toBe(before);
  });
});
