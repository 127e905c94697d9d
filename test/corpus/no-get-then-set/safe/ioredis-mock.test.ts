// safe: a test with ioredis-mock, one execution
import { afterAll, expect, test, vi } from 'vitest';
import Redis from 'ioredis-mock';

const redis = new Redis();

afterAll(() => redis.quit());

test('keeps the ttl of the session', async () => {
  vi.useFakeTimers();
  await redis.set('sess:1', '{"n":1}', 'EX', 10);
  const sess = JSON.parse((await redis.get('sess:1')) ?? '{}');
  sess.n += 1;
  await redis.set('sess:1', JSON.stringify(sess), 'KEEPTTL');
  expect(await redis.ttl('sess:1')).toBeGreaterThan(0);
});
