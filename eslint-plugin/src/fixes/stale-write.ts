/** The rewrites offered for stale writes in memory, best first. */
import type { TSESLint } from '@typescript-eslint/utils';
import type { StaleWriteRace } from '../analysis/race.js';
import type { Rewrite } from './rewrite.js';

export type RewriteStaleWrite = (
  race: StaleWriteRace,
  sourceCode: Readonly<TSESLint.SourceCode>,
) => Rewrite | undefined;

export const STALE_WRITE_REWRITES: readonly RewriteStaleWrite[] = [];
