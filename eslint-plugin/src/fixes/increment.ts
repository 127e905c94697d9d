/**
 * A count that is read, raised and set becomes one command: `INCR`, `HINCRBY`, …
 * A missing key counts as 0, and an expiry that the write sets is set in the same transaction.
 * Source: https://redis.io/docs/latest/commands/incr/
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, type SourceCode } from './code/nodes.js';
import { isResultUnused } from './code/results.js';
import { freshName } from './code/scopes.js';
import { removeStatements, replaceIn } from './code/statements.js';
import { styleOf } from './code/style.js';
import { indentationAt, rangeOf, textOf } from './code/text.js';
import { countingCall, type CountingCall } from './increment/command.js';
import { derive, type Derivation, type Needed } from './increment/derivation.js';
import { keyRead, keyWrite } from './redis/calls.js';
import type { RewriteOf, TextEdit } from './rewrite.js';

export const rewriteToIncrement: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  const { read, write, update } = race;
  if (update.kind !== 'increment' || read.via || write.via) return undefined;
  const reading = keyRead(sourceCode, read);
  const writing = keyWrite(sourceCode, write);
  if (!reading || !writing || (reading.field === undefined) !== (writing.field === undefined))
    return undefined;
  if (enclosingFunction(reading.call) !== enclosingFunction(writing.call)) return undefined;
  const derivation = derive(sourceCode, reading, writing);
  const counting = derivation && countingCall(sourceCode, writing, update, derivation.isWhole);
  if (!counting || !isResultUnused(writing.call, writing.batch === 'chain')) return undefined;
  const writes =
    derivation.needed.length === 0
      ? replaceIn(sourceCode, writing.call, derivation.writer, counting.code)
      : writing.batch
        ? undefined
        : declareCount(sourceCode, derivation, counting, update.sign);
  if (!writes) return undefined;
  return {
    title: `Count with \`${counting.command}\`, in one step`,
    edits: [...removeStatements(sourceCode, derivation.preparing), ...writes],
  };
};

/** `const next = await redis.incr(key);` in the place of the write, and what else is needed after it. */
function declareCount(
  sourceCode: SourceCode,
  { writer, needed }: Derivation,
  counting: CountingCall,
  sign: 1 | -1,
): TextEdit[] | undefined {
  if (writer.type !== 'ExpressionStatement' || writer.expression.type !== 'AwaitExpression') return undefined;
  const plus = `${sign === 1 ? '+' : '-'} ${counting.step}`;
  const minus = `${sign === 1 ? '-' : '+'} ${counting.step}`;
  // To tell the count before, the step is said again: it must be the same then.
  const isSimple = /^[\w.]+$/u.test(counting.step);
  if (!isSimple && needed.some(({ stage }) => stage === 'count')) return undefined;
  const [first, ...others] = [...needed].sort((a, b) => RANK[a.stage] - RANK[b.stage]);
  if (!first) return undefined;
  if (first.stage === 'count') {
    if (others.length > 0) return undefined;
    return (
      declareSum(sourceCode, writer, first, plus, counting) ??
      replaceIn(
        sourceCode,
        writer,
        writer,
        declaration(sourceCode, first, `${parenthesised(counting.awaited)} ${minus}`),
      )
    );
  }
  if (first.stage === 'text' && others.length > 0) return undefined;
  const name = first.variable.name;
  const lines = [
    declaration(sourceCode, first, first.stage === 'next' ? counting.awaited : `String(${counting.awaited})`),
    ...others.map((other) =>
      declaration(sourceCode, other, other.stage === 'text' ? `String(${name})` : `${name} ${minus}`),
    ),
  ];
  const separator = styleOf(sourceCode).newline + indentationAt(sourceCode, writer.range[0]);
  return replaceIn(sourceCode, writer, writer, lines.join(separator));
}

const RANK = { next: 0, count: 1, text: 2, raw: 3 } as const;

/** Where only the sum is used afterwards, `return n + 1`, the sum gets a name. */
function declareSum(
  sourceCode: SourceCode,
  writer: TSESTree.Statement,
  { variable, uses }: Needed,
  plus: string,
  { awaited }: CountingCall,
): TextEdit[] | undefined {
  const sums = uses.flatMap(({ parent }) =>
    parent?.type === 'BinaryExpression' && textOf(sourceCode, parent) === `${variable.name} ${plus}`
      ? [parent]
      : [],
  );
  if (sums.length < uses.length) return undefined;
  const name = freshName(sourceCode, 'next', enclosingFunction(writer) ?? sourceCode.ast);
  const end = styleOf(sourceCode).semicolons ? ';' : '';
  return [
    ...replaceIn(sourceCode, writer, writer, `const ${name} = ${awaited}${end}`),
    ...sums.map((sum) => ({ range: rangeOf(sum), text: name })),
  ];
}

function declaration(sourceCode: SourceCode, { variable, declarator, uses }: Needed, value: string): string {
  const isChanged = variable.references.some(
    (reference) => reference.isWrite() && uses.some((use) => use === reference.identifier),
  );
  const kind = isChanged ? 'let' : 'const';
  return `${kind} ${textOf(sourceCode, declarator.id)} = ${value}${styleOf(sourceCode).semicolons ? ';' : ''}`;
}

function parenthesised(awaited: string): string {
  return awaited.startsWith('await ') ? `(${awaited})` : awaited;
}
