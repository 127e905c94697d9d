/** The rewrites offered for each kind of race, best first. */
import { rewriteToCompareAndSet } from './compare-and-set.js';
import { rewriteToIncrement } from './increment.js';
import { rewriteToMutex } from './mutex.js';
import { rewriteToRedisLock } from './redis-lock.js';
import type { RewriteGetThenSet } from './rewrite.js';

export const GET_THEN_SET_REWRITES: readonly RewriteGetThenSet[] = [
  rewriteToIncrement,
  rewriteToCompareAndSet,
  rewriteToMutex,
  rewriteToRedisLock,
];
