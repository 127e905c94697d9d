/** Every rule of the plugin. To add one, add its file and name it here. */
import type { RaceKind } from '../analysis/race.js';
import { noAwaitBetweenReadAndWrite } from './no-await-between-read-and-write.js';
import { noCheckThenAct } from './no-check-then-act.js';
import { noConflictingParallelWrites } from './no-conflicting-parallel-writes.js';
import { noFileReadModifyWrite } from './no-file-read-modify-write.js';
import { noGetThenSet } from './no-get-then-set.js';
import { noLossyFlush } from './no-lossy-flush.js';
import { noStaleRetry } from './no-stale-retry.js';
import { noUnkeyedRetry } from './no-unkeyed-retry.js';
import { noUnsafeLock } from './no-unsafe-lock.js';
import type { DefinedRule } from './race-rule.js';

const LIST: readonly DefinedRule[] = [
  noAwaitBetweenReadAndWrite,
  noCheckThenAct,
  noConflictingParallelWrites,
  noFileReadModifyWrite,
  noGetThenSet,
  noLossyFlush,
  noStaleRetry,
  noUnkeyedRetry,
  noUnsafeLock,
];

/** The rules by name, without the plugin's prefix. */
export const RULES = Object.fromEntries(LIST.map(({ name, module }) => [name, module]));

const names = new Map(LIST.map(({ kind, name }) => [kind, name]));

/** The rule that reports a race of this kind. */
export function ruleOf(kind: RaceKind): string | undefined {
  return names.get(kind);
}
