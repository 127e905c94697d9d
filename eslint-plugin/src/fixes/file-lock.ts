/**
 * A lock beside the file from before the read until after the write, which other processes respect too.
 * Source: https://github.com/moxystudio/node-proper-lockfile
 */
import type { RaceOf } from '../analysis/race.js';
import { addImport } from './code/declarations.js';
import { enclosingFunction, some, type SourceCode } from './code/nodes.js';
import { freshName } from './code/scopes.js';
import { styleOf } from './code/style.js';
import { textOf } from './code/text.js';
import { writeAtomically } from './files/atomic-write.js';
import { pathAt } from './files/path.js';
import { partsOf } from './lock/nesting.js';
import { sectionOf, type Section } from './lock/section.js';
import { wrapInTry } from './lock/wrap.js';
import type { RewriteOf } from './rewrite.js';
import { canReenter } from './stale-write/reentry.js';

/** The file need not be there yet; who finds the lock taken comes again for some seconds. */
const OPTIONS = '{ realpath: false, retries: { retries: 100, minTimeout: 10, maxTimeout: 100 } }';

export const rewriteToFileLock: RewriteOf<'file-read-modify-write'> = (race, sourceCode) => {
  const section = sectionOf(sourceCode, race);
  if (!section || makesFolder(sourceCode, section, race) || canReenter(sourceCode, section)) return undefined;
  const path = pathAt(sourceCode, race.write, section.place) ?? pathAt(sourceCode, race.read, section.place);
  if (path === undefined) return undefined;
  const lock = addImport(sourceCode, 'proper-lockfile', 'lock');
  const atomic = race.write.via ? { edits: [], import: [] } : writeAtomically(sourceCode, race.write);
  const release = freshName(sourceCode, 'release', enclosingFunction(section.place) ?? sourceCode.ast);
  const isAtomic = atomic.edits.length > 0;
  const needs = isAtomic ? '`proper-lockfile` and `write-file-atomic`' : '`proper-lockfile`';
  const { quote } = styleOf(sourceCode);
  return {
    title: `Hold a file lock from the read to the write${isAtomic ? ', and replace the file in one step' : ''} (needs ${needs})`,
    edits: [
      ...wrapInTry(
        sourceCode,
        withEdits(section, atomic.edits),
        `const ${release} = await ${lock.name}(${path.replaceAll("'", quote)}, ${OPTIONS})`,
        `await ${release}()`,
      ),
      ...joined(lock.edits, atomic.import),
    ],
  };
};

function withEdits(section: Section, edits: Section['edits']): Section {
  return { ...section, edits: [...section.edits, ...edits] };
}

/** Two imports at one place are one edit. */
function joined(first: Section['edits'], second: Section['edits']): Section['edits'] {
  const [one] = first;
  const [other] = second;
  if (!one || !other || one.range.start !== other.range.start) return [...first, ...second];
  return [{ range: one.range, text: one.text + other.text }, ...first.slice(1), ...second.slice(1)];
}

/** The lock is a folder beside the file, so the folder around them has to be there before. */
export function makesFolder(
  sourceCode: SourceCode,
  section: Section,
  { write }: RaceOf<'file-read-modify-write'>,
): boolean {
  if (/^output/u.test(write.method)) return true;
  const within = [section.owner, ...partsOf(section)].flatMap((part) => part ?? []);
  return within.some((part) =>
    some(
      sourceCode,
      part,
      (node) =>
        node.type === 'CallExpression' &&
        /(?:^|\.)(?:mkdir|mkdirp|ensureDir|makeDir|mkdirSync|outputFile)\w*$/u.test(
          textOf(sourceCode, node.callee),
        ),
    ),
  );
}
