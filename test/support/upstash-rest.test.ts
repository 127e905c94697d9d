import { Redis } from '@upstash/redis';
import { describe, expect } from 'vitest';
import { testWithRedis } from './redis-test.js';
import { startUpstashRest, type UpstashRest } from './upstash-rest.js';

const test = testWithRedis.extend<{ readonly rest: UpstashRest }>({
  rest: async ({ redis }, use) => {
    const rest = await startUpstashRest(redis.url);
    await use(rest);
    await rest.stop();
  },
});

describe('the Upstash REST double', () => {
  test('keeps values of every JSON type', async ({ rest }) => {
    const redis = new Redis(rest);
    const value = { name: 'Zoë', list: [1, 'OK', null], nested: { yes: true } };
    await redis.set('value', value, { ex: 60 });
    expect(await redis.get('value')).toEqual(value);
    expect(await redis.ttl('value')).toBe(60);
    expect(await redis.get('nothing')).toBeNull();
  });

  test('answers in plain text where no base64 is asked for', async ({ rest }) => {
    const redis = new Redis({ ...rest, responseEncoding: false });
    await redis.hset('plain', { name: 'Zoë' });
    expect(await redis.hgetall('plain')).toEqual({ name: 'Zoë' });
  });

  test('runs scripts with keys and arguments', async ({ rest }) => {
    const redis = new Redis(rest);
    expect(await redis.eval('return {KEYS[1], ARGV[1], 7}', ['key'], ['argument'])).toEqual([
      'key',
      'argument',
      7,
    ]);
  });

  test('runs a transaction and gives one result for each command', async ({ rest }) => {
    const redis = new Redis(rest);
    expect(await redis.multi().incr('count').incrby('count', 4).expire('count', 60).exec()).toEqual([
      1, 5, 1,
    ]);
  });

  test('keeps the other results of a pipeline when one command fails', async ({ rest }) => {
    const redis = new Redis(rest);
    await redis.set('text', 'abc');
    const results = await redis.pipeline().incr('text').get('text').exec({ keepErrors: true });
    expect(results).toEqual([
      { error: expect.stringContaining('not an integer') as unknown, result: undefined },
      { result: 'abc' },
    ]);
  });

  test('tells a failing command as an error', async ({ rest }) => {
    const redis = new Redis(rest);
    await redis.set('text', 'abc');
    await expect(redis.incr('text')).rejects.toThrow('not an integer');
  });

  test('refuses a wrong token', async ({ rest }) => {
    const redis = new Redis({ url: rest.url, token: 'wrong', retry: false });
    await expect(redis.get('value')).rejects.toThrow('WRONGPASS');
  });
});
