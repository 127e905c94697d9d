/**
 * Read, compute and write become a loop whose write is committed only where the entry is still the one that was read:
 * `kv.atomic().check(entry).set(key, value).commit()` of Deno KV, `previousSeq` of NATS KV, `cas` of consul.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { findRegion } from './compare-and-set/region.js';
import { addHelpers } from './code/declarations.js';
import {
  ancestorsOf,
  enclosingFunction,
  findCall,
  withoutTypes,
  type Block,
  type Node,
  type SourceCode,
} from './code/nodes.js';
import { alwaysExits, rangeOfRegion, statementsIn } from './code/region.js';
import { freshName, globalName } from './code/scopes.js';
import { statementOf } from './code/statements.js';
import { styleOf } from './code/style.js';
import { editedAndIndented, indentationAt, rangeOf, textOf } from './code/text.js';
import { COMMITS } from './compare-and-set/commits.js';
import { backOff } from './redis/compare-and-set-helpers.js';
import type { RewriteOf, TextEdit } from './rewrite.js';

export const rewriteToCheckedCommit: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  const commit = COMMITS.get(race.write.resource.store);
  if (!commit || race.write.method !== commit.method || race.read.via || race.write.via) return undefined;
  const read = callOf(sourceCode, race.read.range);
  const write = callOf(sourceCode, race.write.range);
  const declarator = read?.call.parent.parent;
  const writer = write && statementOf(write.call);
  if (!read || !write || !writer || !commit.fits(read.call, write.call)) return undefined;
  if (declarator?.type !== 'VariableDeclarator' || read.call.parent.type !== 'AwaitExpression')
    return undefined;
  if (textOf(sourceCode, read.receiver) !== textOf(sourceCode, write.receiver)) return undefined;
  const isOnly =
    writer.type === 'ExpressionStatement' &&
    writer.expression.type === 'AwaitExpression' &&
    writer.expression.argument === write.call;
  const region = isOnly ? findRegion(sourceCode, { read, write }) : undefined;
  if (!region || !canContinueFrom(writer, region.block) || sourceCode.getCommentsInside(writer).length > 0)
    return undefined;
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const owner = enclosingFunction(write.call) ?? sourceCode.ast;
  const end = semicolons ? ';' : '';
  const attempt = freshName(sourceCode, 'attempt', owner);
  const ok = freshName(sourceCode, 'ok', owner);
  const { names, edits: helperEdits } = addHelpers(sourceCode, [
    backOff(globalName(sourceCode, 'setTimeout')),
    ...commit.helpers,
  ]);
  const [waits = '', helper = ''] = names;
  const wait = `await ${waits}(${attempt})${end}`;
  const entry = entryOf(sourceCode, declarator, owner);
  if (!entry) return undefined;
  const at = newline + indentationAt(sourceCode, writer.range[0]) + indent;
  const client = textOf(sourceCode, write.receiver);
  const args = write.call.arguments.map((argument) =>
    editedAndIndented(sourceCode, rangeOf(argument), entry.edits, indent),
  );
  const committed = commit.say({ client, args, entry: entry.name, ok, helper }) + end;
  const isLast = statementsIn(region).at(-1) === writer;
  const code = isLast
    ? [committed, `if (${ok}) break${end}`, wait]
    : [committed, `if (!${ok}) {`, indent + wait, `${indent}continue${end}`, '}'];
  const edits = [...entry.edits, { range: rangeOf(writer), text: code.join(at) }];
  const range = rangeOfRegion(sourceCode, region);
  const indentation = indentationAt(sourceCode, region.block.body[region.first]?.range[0] ?? 0);
  const line = newline + indentation + indent;
  const body = editedAndIndented(sourceCode, range, edits, indent);
  const tail = isLast || alwaysExits(statementsIn(region).at(-1)) ? '' : `${line}break${end}`;
  const text = `for (let ${attempt} = 1; ; ${attempt}++) {${line}${body}${tail}${newline}${indentation}}`;
  return {
    title: 'Use a compare-and-set loop, which begins again where another caller wrote first',
    edits: [{ range, text }, ...helperEdits],
  };
};

interface MethodCall {
  readonly call: TSESTree.CallExpression;
  readonly receiver: Node;
}

function callOf(sourceCode: SourceCode, range: { start: number; end: number }): MethodCall | undefined {
  const call = findCall(sourceCode, range);
  const callee = call && withoutTypes(call.callee);
  return call && callee?.type === 'MemberExpression' && !call.optional && !callee.optional
    ? { call, receiver: callee.object }
    : undefined;
}

/** The name of the entry that is read; one that is taken apart at once gets a name first. */
function entryOf(
  sourceCode: SourceCode,
  { id, parent }: TSESTree.VariableDeclarator,
  owner: Node,
): { name: string; edits: readonly TextEdit[] } | undefined {
  if (id.type === 'Identifier') return { name: id.name, edits: [] };
  if (parent.declarations.length > 1 || id.typeAnnotation) return undefined;
  const name = freshName(sourceCode, 'entry', owner);
  const { newline, semicolons, indent } = styleOf(sourceCode);
  const line = newline + indentationAt(sourceCode, parent.range[0]) + indent;
  const [, end] = parent.range;
  return {
    name,
    edits: [
      { range: rangeOf(id), text: name },
      {
        range: { start: end, end },
        text: `${line}${parent.kind} ${textOf(sourceCode, id)} = ${name}${semicolons ? ';' : ''}`,
      },
    ],
  };
}

/** True where `continue` goes on with a loop around the block, and nothing runs in between. */
function canContinueFrom(statement: Node, block: Block): boolean {
  for (const ancestor of ancestorsOf(statement)) {
    if (ancestor === block) return true;
    if (ancestor.type !== 'BlockStatement' && ancestor.type !== 'IfStatement') return false;
  }
  return false;
}
