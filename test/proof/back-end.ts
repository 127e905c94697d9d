import { testWithRedis } from '../support/redis-test.js';
import { startUpstashRest } from '../support/upstash-rest.js';
import type { BackEnd } from './run.js';

/** A `test` that is given everything a workload runs against, started once for the test file. */
export const testWithBackEnd = testWithRedis.extend<{
  readonly backEnd: BackEnd;
  readonly keepUpstash: Keep;
}>({
  keepUpstash: [
    // eslint-disable-next-line no-empty-pattern -- the fixture needs no other fixture
    async ({}, use) => {
      const keep: Keep = {};
      await use(keep);
      await (await keep.upstash)?.stop();
    },
    { scope: 'file' },
  ],
  backEnd: async ({ redis, keepUpstash }, use) => {
    // `@vercel/kv` keeps the first address it is given, so there is one for the whole file.
    keepUpstash.upstash ??= startUpstashRest(redis.url);
    await use({ redisUrl: redis.url, upstash: await keepUpstash.upstash });
  },
});

interface Keep {
  upstash?: ReturnType<typeof startUpstashRest>;
}
