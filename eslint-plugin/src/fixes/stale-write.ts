/** The rewrites offered for stale writes in memory, best first. */
import type { RewriteStaleWrite } from './rewrite.js';
import { rewriteToAwaitFirst } from './stale-write/await-first.js';
import { rewriteToFlagFirst } from './stale-write/flag-first.js';
import { rewriteToKeptPromise } from './stale-write/kept-promise.js';
import { rewriteToMemoryMutex } from './stale-write/mutex.js';

export const STALE_WRITE_REWRITES: readonly RewriteStaleWrite[] = [
  rewriteToAwaitFirst,
  rewriteToFlagFirst,
  rewriteToKeptPromise,
  rewriteToMemoryMutex,
];
