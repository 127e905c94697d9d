// safe: a specification against a mock
import Redis from 'ioredis-mock';
import { afterEach, describe, expect, test } from 'vitest';

const redis = new Redis();

async function pay(player: string, coins: number): Promise<number> {
  return redis.decrby(`wallet:${player}`, coins);
}

describe('wallet', () => {
  afterEach(() => redis.flushall());

  test('pays', async () => {
    await redis.set('wallet:eve', '30');
    await pay('eve', 12);
    expect(await redis.get('wallet:eve')).toBe('18');
  });

  test('starts again from a given amount', async () => {
    await redis.set('wallet:eve', '1');
    expect(await redis.get('wallet:eve')).toBe('1');
    await redis.set('wallet:eve', '100');
    expect(await pay('eve', 1)).toBe(99);
  });
});
