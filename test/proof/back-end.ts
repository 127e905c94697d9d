import { testWithRedis } from '../support/redis-test.js';
import { hasMemcached, startMemcached } from '../support/memcached-server.js';
import { startUpstashRest } from '../support/upstash-rest.js';
import type { BackEnd } from './run.js';

/** A `test` that is given everything a workload runs against, started once for the test file. */
export const testWithBackEnd = testWithRedis.extend<{
  readonly backEnd: BackEnd;
  readonly kept: Keep;
}>({
  kept: [
    // eslint-disable-next-line no-empty-pattern -- the fixture needs no other fixture
    async ({}, use) => {
      const keep: Keep = {};
      await use(keep);
      await (await keep.upstash)?.stop();
      await (await keep.memcached)?.stop();
    },
    { scope: 'file' },
  ],
  backEnd: async ({ redis, kept }, use) => {
    // `@vercel/kv` keeps the first address it is given, so there is one for the whole file.
    kept.upstash ??= startUpstashRest(redis.url);
    if (hasMemcached()) kept.memcached ??= startMemcached();
    await use({
      redisUrl: redis.url,
      upstash: await kept.upstash,
      memcached: (await kept.memcached)?.address,
    });
  },
});

interface Keep {
  upstash?: ReturnType<typeof startUpstashRest>;
  memcached?: ReturnType<typeof startMemcached>;
}
