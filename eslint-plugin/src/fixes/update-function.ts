/**
 * Read, compute and write become one call that the store runs as one transaction: `update` of idb-keyval,
 * `transactionSync` of lmdb. Source: each library's README.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { GetThenSetRace } from '../analysis/race.js';
import { addImport } from './code/declarations.js';
import {
  enclosingFunction,
  findCall,
  isFunction,
  isWithin,
  some,
  walk,
  withoutTypes,
  type Node,
  type SourceCode,
} from './code/nodes.js';
import { extendToUses, rangeOfRegion, regionAround, statementsIn, type Region } from './code/region.js';
import { freshName, usesOf, variableOf } from './code/scopes.js';
import { statementOf } from './code/statements.js';
import { styleOf } from './code/style.js';
import { editedAndIndented, indentationAt, rangeOf, rangeWithParentheses, textOf } from './code/text.js';
import { takesLock } from './lock/nesting.js';
import type { RewriteOf, TextEdit } from './rewrite.js';

export const rewriteToUpdateFunction: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  if (race.read.via || race.write.via) return undefined;
  const pair = pairOf(sourceCode, race);
  if (!pair) return undefined;
  switch (race.write.resource.store) {
    case 'idb-keyval':
      return toUpdate(sourceCode, pair);
    case 'lmdb':
      return toTransaction(sourceCode, pair);
    default:
      return undefined;
  }
};

interface Pair {
  readonly read: TSESTree.CallExpression;
  readonly write: TSESTree.CallExpression;
  /** From the statement that reads to the one that writes. */
  readonly region: Region;
  /** The statement that does nothing but write. */
  readonly writer: TSESTree.ExpressionStatement | TSESTree.ReturnStatement;
}

function pairOf(sourceCode: SourceCode, race: GetThenSetRace): Pair | undefined {
  const read = findCall(sourceCode, race.read.range);
  const write = findCall(sourceCode, race.write.range);
  if (!read || !write || enclosingFunction(read) !== enclosingFunction(write)) return undefined;
  const region = regionAround(read, write);
  const writer = statementOf(write);
  if (!region || !writer || region.block.body[region.last] !== writer) return undefined;
  if (writer.type !== 'ExpressionStatement' && writer.type !== 'ReturnStatement') return undefined;
  const written = writer.type === 'ExpressionStatement' ? writer.expression : writer.argument;
  const isOnly = written === write || (written?.type === 'AwaitExpression' && written.argument === write);
  return isOnly ? { read, write, region, writer } : undefined;
}

/** `await update(key, (stored) => { … return value; })`. */
function toUpdate(
  sourceCode: SourceCode,
  { read, write, region, writer }: Pair,
): ReturnType<typeof rewriteToUpdateFunction> {
  const [key, value, store] = write.arguments;
  const [readKey, readStore] = read.arguments;
  const { parent } = read;
  if (!key || !value || !readKey || parent.type !== 'AwaitExpression' || value.type === 'SpreadElement')
    return undefined;
  const text = (node: Node | undefined): string => (node ? textOf(sourceCode, node) : '');
  if (text(key) !== text(readKey) || text(store) !== text(readStore)) return undefined;
  if (some(sourceCode, key, (node) => node.type === 'CallExpression')) return undefined;
  const used = extendToUses(sourceCode, region);
  if (!used || used.last > region.last || waitsElsewhere(sourceCode, region, [parent, write.parent]))
    return undefined;
  if (statementsIn(region).some((each) => each !== writer && leaves(sourceCode, each))) return undefined;
  const imported = importBeside(sourceCode, { read, write, region, writer });
  if (!imported) return undefined;
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const end = semicolons ? ';' : '';
  const stored = freshName(sourceCode, 'stored', enclosingFunction(read) ?? sourceCode.ast);
  const isWithinWrite = isWithin(read, write);
  const reading = { range: rangeWithParentheses(sourceCode, parent), text: stored };
  const outer = newline + indentationAt(sourceCode, writer.range[0]);
  const type = read.typeArguments ? text(read.typeArguments) : '';
  const giving = { range: rangeOf(writer), text: '' };
  const returned = (edits: readonly TextEdit[]): string =>
    editedAndIndented(sourceCode, rangeOf(value), edits, indent);
  const range = rangeOfRegion(sourceCode, region);
  const opening = `${writer.type === 'ReturnStatement' ? 'return ' : 'await '}${imported.name}${type}(${text(key)}, (${stored}) => `;
  const closing = `${store ? `, ${text(store)}` : ''})${end}`;
  if (isWithinWrite || region.first === region.last) {
    const body = returned([reading]);
    const code = value.type === 'ObjectExpression' ? `(${body})` : body;
    return offer(sourceCode, imported.edits, range, opening + code + closing, writer);
  }
  const edits = [reading, { ...giving, text: `return ${returned([])}${end}` }];
  const body = editedAndIndented(sourceCode, range, edits, indent);
  return offer(
    sourceCode,
    imported.edits,
    range,
    `${opening}{${outer}${indent}${body}${outer}}${closing}`,
    writer,
  );
}

function offer(
  sourceCode: SourceCode,
  imports: readonly TextEdit[],
  range: TextEdit['range'],
  text: string,
  writer: Node,
): ReturnType<typeof rewriteToUpdateFunction> {
  // A comment in the write itself would get lost.
  if (sourceCode.getCommentsInside(writer).length > 0) return undefined;
  return { title: 'Read and write in one transaction, by `update`', edits: [...imports, { range, text }] };
}

/** The name by which `update` is called where `get` is called as it is: `update`, `idb.update`. */
function importBeside(sourceCode: SourceCode, { read, write }: Pair): Named | undefined {
  const callee = withoutTypes(read.callee);
  if (callee.type === 'MemberExpression')
    return { name: `${textOf(sourceCode, callee.object)}.update`, edits: [] };
  const declaration = sourceCode.ast.body.find(
    (node): node is TSESTree.ImportDeclaration =>
      node.type === 'ImportDeclaration' && node.source.value === 'idb-keyval' && node.importKind !== 'type',
  );
  if (!declaration) return addImport(sourceCode, 'idb-keyval', 'update');
  const [first] = declaration.specifiers;
  const last = declaration.specifiers.at(-1);
  if (!first || !last || declaration.specifiers.some(({ type }) => type !== 'ImportSpecifier'))
    return undefined;
  // What only these two calls needed goes, `update` comes.
  const kept = declaration.specifiers.filter(({ local }) => {
    const variable = variableOf(sourceCode, local);
    const uses = variable ? usesOf(variable) : [];
    return (
      uses.length === 0 ||
      uses.some(({ identifier }) => identifier !== read.callee && identifier !== write.callee)
    );
  });
  const existing = declaration.specifiers.find(
    (each) =>
      each.type === 'ImportSpecifier' &&
      each.imported.type === 'Identifier' &&
      each.imported.name === 'update',
  );
  const name = existing?.local.name ?? freshName(sourceCode, 'update');
  const added = existing ? [] : [name === 'update' ? name : `update as ${name}`];
  const text = [...kept.map((each) => textOf(sourceCode, each)), ...added].join(', ');
  return { name, edits: [{ range: { start: first.range[0], end: last.range[1] }, text }] };
}

interface Named {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** `db.transactionSync(() => { … })`: in it, a put is over when it returns. */
function toTransaction(
  sourceCode: SourceCode,
  { write, region }: Pair,
): ReturnType<typeof rewriteToUpdateFunction> {
  const callee = withoutTypes(write.callee);
  const owner = enclosingFunction(write);
  if (callee.type !== 'MemberExpression' || !owner) return undefined;
  const whole = extendToUses(sourceCode, region);
  if (!whole || waitsElsewhere(sourceCode, whole, [write.parent])) return undefined;
  const statements = statementsIn(whole);
  const leaving = statements.filter((each) => leaves(sourceCode, each));
  const isRest = whole.last === whole.block.body.length - 1 && whole.block.parent === owner;
  if (leaving.length > 0 && !isRest) return undefined;
  const [first] = statements;
  if (!first || takesLock(sourceCode, { kind: 'statements', owner, place: first, region: whole, edits: [] }))
    return undefined;
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const waiting = write.parent.type === 'AwaitExpression' ? write.parent : undefined;
  const edits = waiting ? [{ range: { start: waiting.range[0], end: write.range[0] }, text: '' }] : [];
  const range = rangeOfRegion(sourceCode, whole);
  const outer = newline + indentationAt(sourceCode, first.range[0]);
  const body = editedAndIndented(sourceCode, range, edits, indent);
  const start = leaving.length > 0 ? 'return ' : '';
  const db = textOf(sourceCode, callee.object);
  const text = `${start}${db}.transactionSync(() => {${outer}${indent}${body}${outer}})${semicolons ? ';' : ''}`;
  return { title: 'Read and write in one transaction, by `transactionSync`', edits: [{ range, text }] };
}

/** True where something else is awaited than what is taken out. */
function waitsElsewhere(
  sourceCode: SourceCode,
  region: Region,
  known: readonly (Node | undefined)[],
): boolean {
  return statementsIn(region).some((statement) =>
    some(
      sourceCode,
      statement,
      (node) =>
        (node.type === 'AwaitExpression' && !known.includes(node)) ||
        node.type === 'YieldExpression' ||
        (node.type === 'ForOfStatement' && node.await),
    ),
  );
}

/** True where a statement can leave the function, or a loop around it. */
function leaves(sourceCode: SourceCode, statement: Node): boolean {
  let found = false;
  walk(sourceCode, statement, (node) => {
    found ||= /^(?:Return|Break|Continue)Statement$/u.test(node.type);
    return !found && !isFunction(node);
  });
  return found;
}
