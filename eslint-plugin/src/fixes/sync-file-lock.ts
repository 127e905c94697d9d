/**
 * The same lock for code that waits for nothing: it blocks until whoever holds the lock has let go of it.
 * `lockSync` itself does not wait. Source: https://github.com/moxystudio/node-proper-lockfile
 */
import { addHelpers, addImport, type Helper } from './code/declarations.js';
import { enclosingFunction } from './code/nodes.js';
import { freshName } from './code/scopes.js';
import { styleOf } from './code/style.js';
import { makesFolder } from './file-lock.js';
import { pathAt } from './files/path.js';
import { syncSectionOf } from './lock/section.js';
import { wrapInTry } from './lock/wrap.js';
import type { RewriteOf } from './rewrite.js';
import { canReenter } from './stale-write/reentry.js';

export const rewriteToSyncFileLock: RewriteOf<'file-read-modify-write'> = (race, sourceCode) => {
  const section = race.suspension ? undefined : syncSectionOf(sourceCode, race);
  if (!section || makesFolder(sourceCode, section, race) || canReenter(sourceCode, section)) return undefined;
  const path = pathAt(sourceCode, race.write, section.place) ?? pathAt(sourceCode, race.read, section.place);
  if (path === undefined) return undefined;
  const lockSync = addImport(sourceCode, 'proper-lockfile', 'lockSync');
  const helpers = addHelpers(sourceCode, [waitingHelper(lockSync.name)]);
  const [lock = ''] = helpers.names;
  const release = freshName(sourceCode, 'release', enclosingFunction(section.place) ?? sourceCode.ast);
  const { quote } = styleOf(sourceCode);
  return {
    title:
      'Hold a file lock from the read to the write, and block until it is free (needs `proper-lockfile`)',
    edits: [
      ...wrapInTry(
        sourceCode,
        section,
        `const ${release} = ${lock}(${path.replaceAll("'", quote)})`,
        `${release}()`,
      ),
      ...lockSync.edits,
      ...helpers.edits,
    ],
  };
};

/** The file need not be there yet; who finds the lock taken comes again for some seconds. */
function waitingHelper(lockSync: string): Helper {
  return {
    name: 'lockFile',
    code: (name, { typescript }) => {
      const type = (text: string): string => (typescript ? `: ${text}` : '');
      const code = typescript ? '(error as NodeJS.ErrnoException).code' : 'error.code';
      return `/** Takes the lock of a file, which other processes respect, and gives what lets go of it. Blocks while another holds it. */
function ${name}(path${type('string')})${type('() => void')} {
  for (let attempt = 1; ; attempt++) {
    try {
      return ${lockSync}(path, { realpath: false });
    } catch (error) {
      if (${code} !== 'ELOCKED' || attempt === 500) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10 + Math.random() * 20);
    }
  }
}`;
    },
  };
}
