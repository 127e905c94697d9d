// safe: a test against a fake client
import { beforeEach, describe, expect, it } from 'vitest';

class FakeRedis {
  private data = new Map<string, string>();
  async get(key: string) {
    return this.data.get(key) ?? null;
  }
  async set(key: string, value: string) {
    this.data.set(key, value);
    return 'OK';
  }
}

describe('FakeRedis', () => {
  let redis: FakeRedis;
  beforeEach(() => {
    redis = new FakeRedis();
  });

  it('round-trips', async () => {
    await redis.set('n', '1');
    const n = Number(await redis.get('n'));
    await redis.set('n', String(n + 1));
    expect(await redis.get('n')).toBe('2');
  });
});
