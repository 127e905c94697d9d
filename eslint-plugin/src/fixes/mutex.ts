/**
 * A mutex around read and write, only where the file shows that one process does all the work: a script. Other
 * processes of the same store would not wait for it.
 * Source: https://github.com/DirtyHairy/async-mutex
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { addImport } from './code/declarations.js';
import { enclosingFunction, isFunction, isWithin, some, walk, type SourceCode } from './code/nodes.js';
import { jumpsOut, rangeOfRegion, statementsIn, type Region } from './code/region.js';
import { freshName, isReassigned, variableOf } from './code/scopes.js';
import { styleOf } from './code/style.js';
import { editedAndIndented, indentationAt, rangeOf, textOf } from './code/text.js';
import { sectionOf, type Section } from './lock/section.js';
import { takesLock } from './lock/nesting.js';
import { wrapInTry } from './lock/wrap.js';
import type { RewriteOf, TextEdit } from './rewrite.js';

export const rewriteToMutex: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  if (!race.singleProcess) return undefined;
  const section = sectionOf(sourceCode, race);
  if (!section || takesLock(sourceCode, section)) return undefined;
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
  const end = last?.range[1] ?? 0;
  const text = `${newline}${newline}const ${name} = new ${imported.name}()${semicolons ? ';' : ''}`;
  return { name, edits: [...imported.edits, { range: { start: end, end }, text }] };
}

function runAlone(sourceCode: SourceCode, section: Section, mutex: string): TextEdit[] {
  if (section.kind === 'expression') {
    const { start, end } = rangeOf(section.body);
    return [
      { range: { start, end: start }, text: `${mutex}.runExclusive(async () => ` },
      { range: { start: end, end }, text: ')' },
    ];
  }
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const result = resultOf(sourceCode, section.region);
  if (result === 'both') {
    const release = freshName(sourceCode, 'release', enclosingFunction(section.place) ?? sourceCode.ast);
    return wrapInTry(sourceCode, section, `const ${release} = await ${mutex}.acquire()`, `${release}()`);
  }
  const range = rangeOfRegion(sourceCode, section.region);
  const outer = newline + indentationAt(sourceCode, section.place.range[0]);
  const body = editedAndIndented(sourceCode, range, section.edits, indent);
  const start = result === 'returned' ? 'return await' : 'await';
  const text = `${start} ${mutex}.runExclusive(async () => {${outer}${indent}${body}${outer}})${semicolons ? ';' : ''}`;
  return [{ range, text }, ...section.edits.filter((edit) => edit.range.end < range.start)];
}

/**
 * Whether a region gives the function's result: `none` of it, all of it (`returned`), or `both` that and not,
 * or anything else that cannot be put into a callback.
 */
function resultOf(sourceCode: SourceCode, region: Region): 'none' | 'returned' | 'both' {
  const statements = statementsIn(region);
  if (statements.some((statement) => jumpsOut(sourceCode, statement)) || usesChanging(sourceCode, region))
    return 'both';
  const returns = statements.some((statement) => {
    let found = false;
    walk(sourceCode, statement, (node) => {
      found ||= node.type === 'ReturnStatement';
      return !isFunction(node);
    });
    return found;
  });
  if (!returns) return 'none';
  const isRest =
    region.last === region.block.body.length - 1 &&
    region.block.parent !== undefined &&
    isFunction(region.block.parent);
  return isRest ? 'returned' : 'both';
}

/** What TypeScript knows of a variable that changes is lost in a callback; so is `arguments`. */
function usesChanging(sourceCode: SourceCode, region: Region): boolean {
  return statementsIn(region).some((statement) =>
    some(sourceCode, statement, (node) => {
      if (node.type !== 'Identifier') return false;
      const variable = variableOf(sourceCode, node);
      if (!variable) return node.name === 'arguments';
      const isOuter = !statementsIn(region).some((each) =>
        variable.defs.some(({ name }) => isWithin(name, each)),
      );
      return isOuter && isReassigned(variable);
    }),
  );
}
