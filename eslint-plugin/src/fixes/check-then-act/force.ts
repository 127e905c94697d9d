/** Deletes a file in a way that is content with nothing there. */
import { isResultUnused } from '../code/results.js';
import type { RewriteOf } from '../rewrite.js';
import { fileCall, withMethod, withOption } from './files.js';

export const rewriteToForce: RewriteOf<'check-then-act'> = (race, sourceCode) => {
  // Who tells that there was nothing has to know whether there was.
  if (race.shape !== 'delete' || race.tells) return undefined;
  // What was too old may be new by now: it would still be deleted.
  if (race.found === 'limit') return undefined;
  const found = fileCall(sourceCode, race.write);
  if (!found || (!found.callback && !isResultUnused(found.call))) return undefined;
  const title = 'Delete it with `force: true`, which is content with nothing there';
  if (/^rm(?:Sync)?$/u.test(found.method)) {
    const edits = withOption(sourceCode, found, 1, 'force: true', 'recursive');
    return edits && { title, edits };
  }
  if (!/^unlink(?:Sync)?$/u.test(found.method)) return undefined;
  const called = withMethod(sourceCode, found, found.method === 'unlink' ? 'rm' : 'rmSync');
  const options = withOption(sourceCode, found, 1, 'force: true', 'recursive');
  return called && options && { title, edits: [...called, ...options] };
};
