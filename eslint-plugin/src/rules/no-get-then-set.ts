/** A key of a shared store is set to a value computed from an earlier get of it. */
import type { RaceOf } from '../analysis/race.js';
import { rewriteToCompareAndSet } from '../fixes/compare-and-set.js';
import { rewriteToBlockedConcurrency } from '../fixes/block-concurrency.js';
import { rewriteToCheckedCommit } from '../fixes/checked-commit.js';
import { rewriteToIncrement } from '../fixes/increment.js';
import { rewriteToMemcachedLock } from '../fixes/memcached-lock.js';
import { rewriteToMutex } from '../fixes/mutex.js';
import { rewriteToRedisLock } from '../fixes/redis-lock.js';
import { rewriteToUpdateFunction } from '../fixes/update-function.js';
import { rewriteToWebLock } from '../fixes/web-lock.js';
import { describeResource, lineOf, lineOfAccess } from './describe.js';
import { defineRaceRule } from './race-rule.js';

export const noGetThenSet = defineRaceRule({
  name: 'no-get-then-set',
  kind: 'get-then-set',
  description: 'Disallow setting a key of a shared store to a value computed from an earlier get of it',
  describe(race, sourceCode) {
    const wait = race.suspension
      ? `; others run while line ${lineOf(race.suspension, sourceCode)} waits`
      : '';
    return {
      loss: `Lost update: ${describeResource(race.write.resource)} is set from a value read before another caller could write it`,
      how: `\`${race.read.method}\` reads it on line ${lineOfAccess(race.read, sourceCode)}${wait}.`,
      remedy: remedyOf(race),
    };
  },
  rewrites: [
    rewriteToIncrement,
    rewriteToCompareAndSet,
    rewriteToUpdateFunction,
    rewriteToCheckedCommit,
    rewriteToBlockedConcurrency,
    rewriteToWebLock,
    rewriteToMutex,
    rewriteToRedisLock,
    rewriteToMemcachedLock,
  ],
});

/** Stores that count by themselves. */
const COUNTING = /^(?:ioredis|node-redis|redis|upstash|vercel-kv|memcached|memjs)$/u;
/** Stores in which nothing compares and sets. */
const PLAIN =
  /^(?:keyv|cache-manager|unstorage|node-cache|lru-cache|cloudflare-kv|level|conf|configstore|electron-store|lowdb|local-storage|session-storage|localforage|async-storage|chrome-storage|vscode-\w+|langgraph-store|node-json-db)$/u;

function remedyOf({ update, write: { resource } }: RaceOf<'get-then-set'>): string {
  if (PLAIN.test(resource.store))
    return 'This store has no atomic update: hold a lock around both, or give each change a key of its own.';
  if (update.kind === 'increment' && COUNTING.test(resource.store))
    return 'Let the store add: use an atomic increment.';
  return 'Use an atomic operation, a compare-and-set loop, or a lock around both.';
}
