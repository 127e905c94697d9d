import { test } from 'vitest';
import { findRedisServer, HOW_TO_GET_REDIS, startRedisServer, type RedisServer } from './redis-server.js';

interface WithRedis {
  /** The test file's own server; empty only at the start of the file. */
  readonly redis: RedisServer;
}

interface InternalFixtures extends WithRedis {
  readonly file: { readonly redis: RedisServer | undefined; readonly skipped: string[] };
}

/**
 * A `test` that is given a Redis server of this test file's own. Where no `redis-server` is installed
 * the test is skipped and named at the end of the file; with `CI=true` it fails.
 */
export const testWithRedis = test.extend<InternalFixtures>({
  file: [
    // eslint-disable-next-line no-empty-pattern -- the fixture needs no other fixture
    async ({}, use) => {
      const redis = findRedisServer() === undefined ? undefined : await startRedisServer();
      const skipped: string[] = [];
      await use({ redis, skipped });
      await redis?.stop();
      if (skipped.length > 0) {
        console.warn(
          `${HOW_TO_GET_REDIS}\nSkipped without it:\n${skipped.map((name) => `  - ${name}`).join('\n')}`,
        );
      }
    },
    { scope: 'file' },
  ],
  redis: async ({ file, task, skip }, use) => {
    if (file.redis !== undefined) {
      await use(file.redis);
    } else if (process.env['CI'] === 'true') {
      throw new Error(HOW_TO_GET_REDIS);
    } else {
      file.skipped.push(task.name);
      skip(HOW_TO_GET_REDIS);
    }
  },
});
