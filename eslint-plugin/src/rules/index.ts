/** Every rule of the plugin. To add one, add its file and name it here. */
import type { RaceKind } from '../analysis/race.js';
import { noAwaitBetweenReadAndWrite } from './no-await-between-read-and-write.js';
import { noGetThenSet } from './no-get-then-set.js';
import type { DefinedRule } from './race-rule.js';

const LIST: readonly DefinedRule[] = [noAwaitBetweenReadAndWrite, noGetThenSet];

/** The rules by name, without the plugin's prefix. */
export const RULES = Object.fromEntries(LIST.map(({ name, module }) => [name, module]));

const names = new Map(LIST.map(({ kind, name }) => [kind, name]));

/** The rule that reports a race of this kind. */
export function ruleOf(kind: RaceKind): string | undefined {
  return names.get(kind);
}
