/**
 * A mutex around read and write, only where one process does all the work: in a script, or where the store lives in
 * one process. Other processes of a store would not wait for it.
 * Source: https://github.com/DirtyHairy/async-mutex
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { addImport } from './code/declarations.js';
import { enclosingFunction, type SourceCode } from './code/nodes.js';
import { freshName } from './code/scopes.js';
import { styleOf } from './code/style.js';
import { textOf } from './code/text.js';
import { runInCallback } from './lock/callback.js';
import { sectionOf, type Section } from './lock/section.js';
import { takesLock } from './lock/nesting.js';
import { canReenter } from './stale-write/reentry.js';
import { wrapInTry } from './lock/wrap.js';
import type { RewriteOf, TextEdit } from './rewrite.js';

/** Settings of a program of which there is one at a time, as a rule. */
const OF_ONE_PROGRAM = new Set(['conf', 'configstore', 'electron-store', 'vscode-memento']);
/** Stores that have something better of their own. */
const KEPT_OTHERWISE = new Set(['durable-object']);

export const rewriteToMutex: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  if (!race.singleProcess && !OF_ONE_PROGRAM.has(race.write.resource.store)) return undefined;
  if (KEPT_OTHERWISE.has(race.write.resource.store)) return undefined;
  const section = sectionOf(sourceCode, race);
  if (!section || takesLock(sourceCode, section) || (section.owner && canReenter(sourceCode, section)))
    return undefined;
  const { name, edits } = moduleMutex(sourceCode);
  return {
    title: 'Run it under a `Mutex` of this process (needs `async-mutex`)',
    edits: [...edits, ...runAlone(sourceCode, section, name)],
  };
};

/** The module's mutex: one that is there, or a new one below the imports. */
function moduleMutex(sourceCode: SourceCode): { name: string; edits: readonly TextEdit[] } {
  const { newline, semicolons } = styleOf(sourceCode);
  const imported = addImport(sourceCode, 'async-mutex', 'Mutex');
  const statements: readonly TSESTree.ProgramStatement[] = sourceCode.ast.body;
  const existing = statements.flatMap((node) =>
    node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [],
  );
  for (const { id, init } of existing) {
    const isMutex = init?.type === 'NewExpression' && textOf(sourceCode, init.callee) === imported.name;
    if (isMutex && id.type === 'Identifier') return { name: id.name, edits: imported.edits };
  }
  const name = freshName(sourceCode, 'mutex');
  const last = statements.findLast(
    (node) => node.type === 'ImportDeclaration' || /\brequire\(/u.test(textOf(sourceCode, node)),
  );
  if (!last) {
    // Both go to the head of the file, the import first.
    const code = `const ${name} = new ${imported.name}()${semicolons ? ';' : ''}${newline}${newline}`;
    return { name, edits: imported.edits.map((edit) => ({ ...edit, text: edit.text + code })) };
  }
  const [, end] = last.range;
  const text = `${newline}${newline}const ${name} = new ${imported.name}()${semicolons ? ';' : ''}`;
  return { name, edits: [...imported.edits, { range: { start: end, end }, text }] };
}

function runAlone(sourceCode: SourceCode, section: Section, mutex: string): TextEdit[] {
  const inCallback = runInCallback(sourceCode, section, `${mutex}.runExclusive(`);
  if (inCallback) return inCallback;
  const release = freshName(sourceCode, 'release', enclosingFunction(section.place) ?? sourceCode.ast);
  return wrapInTry(sourceCode, section, `const ${release} = await ${mutex}.acquire()`, `${release}()`);
}
