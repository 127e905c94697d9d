import { Redis } from 'ioredis';
import { expect } from 'vitest';
import { startRedisServer } from './redis-server.js';
import { testWithRedis as test } from './redis-test.js';

test('two servers at once do not disturb each other', async ({ redis }) => {
  const other = await startRedisServer();
  const [here, there] = [new Redis(redis.url), new Redis(other.url)];
  await here.set('who', 'here');
  await there.set('who', 'there');
  expect([await here.get('who'), await there.get('who')]).toEqual(['here', 'there']);
  here.disconnect();
  there.disconnect();
  await other.stop();
});

test('a stopped server is gone', async ({ redis }) => {
  const server = await startRedisServer();
  expect(server.pid).not.toBe(redis.pid);
  await server.stop();
  expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
});
