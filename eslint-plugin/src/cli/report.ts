/** What a format is made from. */
import type { ESLint } from 'eslint';
import type { CheckOptions } from './arguments.js';
import type { Paint } from './paint.js';

export interface Report {
  readonly results: readonly ESLint.LintResult[];
  readonly options: CheckOptions;
  /** Where the command was started; short paths are relative to it. */
  readonly cwd: string;
  /** Where ESLint worked: `cwd`, or a directory above the paths. */
  readonly base: string;
  readonly color: boolean;
  /** Columns of the output. */
  readonly width: number;
  readonly paint: Paint;
  readonly eslint: ESLint;
}
