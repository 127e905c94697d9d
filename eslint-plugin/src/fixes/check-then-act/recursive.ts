/** Makes a directory in a way that is content with one that is there. */
import type { RewriteOf } from '../rewrite.js';
import { isResultUnused } from '../code/results.js';
import { fileCall, withOption } from './files.js';

export const rewriteToRecursive: RewriteOf<'check-then-act'> = (race, sourceCode) => {
  if (race.shape !== 'directory') return undefined;
  const found = fileCall(sourceCode, race.write);
  if (!found || !/^mkdir(?:Sync)?$/u.test(found.method)) return undefined;
  // It gives the first directory that it made, and without the option nothing.
  if (!found.callback && !isResultUnused(found.call)) return undefined;
  const edits = withOption(sourceCode, found, 1, 'recursive: true', 'mode');
  return edits && { title: 'Make it with `recursive: true`, which is content with one that is there', edits };
};
