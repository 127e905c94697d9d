/** What a rewrite is: a race in, edits out. */
import type { TSESLint } from '@typescript-eslint/utils';
import type { RaceKind, RaceOf, SourceRange } from '../analysis/race.js';

export interface TextEdit {
  readonly range: SourceRange;
  readonly text: string;
}

export interface Rewrite {
  /** What the user reads in the light bulb, e.g. "Use `INCR`, which adds in one step". */
  readonly title: string;
  /** Disjoint, in any order. */
  readonly edits: readonly TextEdit[];
}

/** Gives the rewrite of a race, or undefined where it could not keep its promise. */
export type RewriteOf<K extends RaceKind> = (
  race: RaceOf<K>,
  sourceCode: Readonly<TSESLint.SourceCode>,
) => Rewrite | undefined;
