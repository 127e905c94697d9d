/**
 * Takes what is to be saved, and clears, in one step before the wait; puts it back where the save fails, before
 * what has come meanwhile.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import {
  findExpression,
  isFunction,
  isWithin,
  some,
  walk,
  withoutTypes,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { alwaysExits, endWithComments, jumpsOut, rangeOfRegion, yields } from '../code/region.js';
import { freshName, usesOf } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { editedAndIndented, indentationAt, rangeOf, textOf } from '../code/text.js';
import { enclosingFunction } from '../code/nodes.js';
import type { Rewrite, RewriteOf, TextEdit } from '../rewrite.js';
import { takeOut } from '../stale-write/edits.js';
import { looksAt, names } from '../stale-write/place.js';
import { clearedBy, copyOf, putBack, type Cleared } from './cleared.js';

export const rewriteToSwapFirst: RewriteOf<'lossy-flush'> = (race, sourceCode) => {
  if (race.clear.via) return undefined;
  const cleared = clearedAt(sourceCode, race.clear.range);
  if (!cleared) return undefined;
  const last = cleared.block.body.indexOf(cleared.statement) - 1;
  const wait = cleared.block.body.findIndex(
    ({ range }) => range[0] <= race.suspension.start && race.suspension.end <= range[1],
  );
  if (wait < 0 || wait > last) return undefined;
  const statements = cleared.block.body.slice(0, last + 1) as readonly TSESTree.Statement[];
  if (race.shape === 'timer') return letGoFirst(sourceCode, cleared, wait);
  const section = sectionOf(sourceCode, cleared, statements, wait);
  return section && swapped(sourceCode, cleared, section, last);
};

function clearedAt(sourceCode: SourceCode, range: Parameters<typeof findExpression>[1]): Cleared | undefined {
  const node = findExpression(sourceCode, range);
  const expression = node?.type === 'ExpressionStatement' ? node.expression : node;
  for (let at: Node | undefined = expression; at && !at.type.endsWith('Statement'); at = at.parent) {
    const cleared = clearedBy(sourceCode, at);
    if (cleared) return cleared;
  }
  return undefined;
}

/** Statements from `first` on go into the `try`; `taken` names what is saved. */
interface Section {
  readonly first: number;
  readonly taken: string;
  /** The statement that takes it is there already. */
  readonly isTaken: boolean;
}

function sectionOf(
  sourceCode: SourceCode,
  cleared: Cleared,
  statements: readonly TSESTree.Statement[],
  wait: number,
): Section | undefined {
  const { target, kind } = cleared;
  const isNamed = (node: Node): boolean => names(sourceCode, node, { target });
  if (kind === 'flag')
    return check(sourceCode, cleared, statements, { first: wait, taken: '', isTaken: true });
  const reader = statements.findIndex((each) => isNamed(each) && !isGuard(each));
  const snapshot =
    reader < 0 || reader > wait ? undefined : snapshotIn(sourceCode, statements[reader], target);
  if (snapshot !== undefined && reader < wait) {
    const others = statements.slice(reader + 1);
    if (others.some(isNamed)) return undefined;
    return check(sourceCode, cleared, statements, { first: reader + 1, taken: snapshot, isTaken: true });
  }
  const owner = enclosingFunction(cleared.statement);
  const first = firstOf(sourceCode, statements, reader, wait);
  if (first === undefined || !owner || !statements.slice(first).some(isNamed)) return undefined;
  const word = kind === 'number' ? 'count' : kind === 'text' ? 'text' : kind === 'slot' ? 'newest' : 'batch';
  return check(sourceCode, cleared, statements, {
    first,
    taken: freshName(sourceCode, word, owner),
    isTaken: false,
  });
}

/** `if (buffer.length === 0) return;` stays before it. */
function isGuard(statement: Node): boolean {
  return statement.type === 'IfStatement' && alwaysExits(statement.consequent);
}

/** `const batch = buffer`, `const rows = [...buffer]`: its name. */
function snapshotIn(sourceCode: SourceCode, statement: Node | undefined, target: Node): string | undefined {
  if (statement?.type !== 'VariableDeclaration' || statement.kind !== 'const') return undefined;
  const [declarator, ...others] = statement.declarations;
  if (!declarator?.init || others.length > 0 || declarator.id.type !== 'Identifier') return undefined;
  const init = textOf(sourceCode, withoutTypes(declarator.init)).replace(/\s/gu, '');
  const text = textOf(sourceCode, target).replace(/\s/gu, '');
  const forms = [
    text,
    `[...${text}]`,
    `${text}.slice()`,
    `Array.from(${text})`,
    `newMap(${text})`,
    `newSet(${text})`,
  ];
  return forms.includes(init) ? declarator.id.name : undefined;
}

/** From the reader on, without leading statements that do not wait and whose names are used behind the clear. */
function firstOf(
  sourceCode: SourceCode,
  statements: readonly TSESTree.Statement[],
  reader: number,
  wait: number,
): number | undefined {
  if (reader < 0 || reader > wait) return undefined;
  for (let first = reader; first <= wait; first++) {
    const own = statements.slice(first);
    const isTied = own.some((each) =>
      sourceCode
        .getDeclaredVariables(each)
        .some((variable) =>
          usesOf(variable).some(({ identifier }) => !own.some((part) => isWithin(identifier, part))),
        ),
    );
    if (!isTied) return first;
  }
  return undefined;
}

function check(
  sourceCode: SourceCode,
  { target, kind, inPlace }: Cleared,
  statements: readonly TSESTree.Statement[],
  section: Section,
): Section | undefined {
  const own = statements.slice(section.first);
  if (own.some((each) => leaves(sourceCode, each) || yields(sourceCode, each))) return undefined;
  if (
    own.some((each) =>
      sourceCode
        .getDeclaredVariables(each)
        .some((variable) =>
          usesOf(variable).some(({ identifier }) => !own.some((part) => isWithin(identifier, part))),
        ),
    )
  )
    return undefined;
  // Who looks at the place in another function would find it empty.
  if (kind !== 'flag' && own.some((each) => isSeenElsewhere(sourceCode, each, target))) return undefined;
  // What is emptied in place is the taken list itself, unless it was copied.
  if (section.isTaken && inPlace && kind !== 'flag' && !isCopied(sourceCode, statements[section.first - 1]))
    return undefined;
  return section;
}

function isCopied(sourceCode: SourceCode, statement: Node | undefined): boolean {
  return (
    statement !== undefined &&
    /\[\s*\.\.\.|\.slice\(|Array\.from|new (?:Map|Set)\(/u.test(textOf(sourceCode, statement))
  );
}

function leaves(sourceCode: SourceCode, statement: Node): boolean {
  let found = jumpsOut(sourceCode, statement);
  walk(sourceCode, statement, (node) => {
    found ||= node.type === 'ReturnStatement' || (node.type === 'ContinueStatement' && node.label !== null);
    return !found && !isFunction(node);
  });
  return found;
}

/** A function of the file that is called here names the place. */
function isSeenElsewhere(sourceCode: SourceCode, statement: Node, target: Node): boolean {
  return some(
    sourceCode,
    statement,
    (node) =>
      node.type === 'CallExpression' &&
      !names(sourceCode, node.callee, { target }) &&
      looksAt(sourceCode, node.callee, { target }),
  );
}

function swapped(
  sourceCode: SourceCode,
  cleared: Cleared,
  { first, taken, isTaken }: Section,
  last: number,
): Rewrite | undefined {
  const back = putBack(sourceCode, cleared, taken);
  const out = takeOut(sourceCode, cleared.statement);
  if (back === undefined || !out) return undefined;
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const end = semicolons ? ';' : '';
  const region = { block: cleared.block, first, last };
  const range = rangeOfRegion(sourceCode, region);
  const outer = newline + indentationAt(sourceCode, range.start);
  const error = freshName(sourceCode, 'error', enclosingFunction(cleared.statement) ?? sourceCode.ast);
  const own = cleared.block.body.slice(first, last + 1);
  const edits = isTaken ? [] : own.flatMap((each) => renamed(sourceCode, each, cleared.target, taken));
  const text = [
    ...(isTaken ? [] : [`const ${taken} = ${copyOf(sourceCode, cleared)}${end}`]),
    out.text,
    'try {',
    `${indent}${editedAndIndented(sourceCode, range, edits, indent)}`,
    `} catch (${error}) {`,
    ...back.map((line) => `${indent}${line}${end}`),
    `${indent}throw ${error}${end}`,
    '}',
  ].join(outer);
  const title =
    cleared.kind === 'flag'
      ? 'Clear it before the save, and set it again if that fails'
      : 'Take and clear it before the save, and put it back if that fails';
  return { title, edits: [{ range, text }, ...out.edits] };
}

/** The place, wherever a statement names it, under the name of what was taken. */
function renamed(sourceCode: SourceCode, statement: Node, target: Node, name: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const text = textOf(sourceCode, target);
  walk(sourceCode, statement, (node) => {
    if (node.type !== target.type || textOf(sourceCode, node) !== text) return true;
    const { parent } = node;
    if (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) return true;
    if (parent?.type === 'Property' && parent.key === node && !parent.computed) {
      if (!parent.shorthand) return true;
      edits.push({ range: rangeOf(parent), text: `${text}: ${name}` });
      return false;
    }
    edits.push({ range: rangeOf(node), text: name });
    return false;
  });
  return edits;
}

/** The timer is let go of before the save, so that changes made meanwhile set another. */
function letGoFirst(
  sourceCode: SourceCode,
  { statement, block }: Cleared,
  wait: number,
): Rewrite | undefined {
  const out = takeOut(sourceCode, statement);
  const waiting = block.body[wait];
  if (!out || !waiting) return undefined;
  const { newline } = styleOf(sourceCode);
  const { start } = rangeOfRegion(sourceCode, { block, first: wait, last: wait });
  const text = out.text + newline + indentationAt(sourceCode, start);
  // A comment behind the wait stays with it.
  if (endWithComments(sourceCode, waiting) > (out.edits[0]?.range.start ?? 0)) return undefined;
  return {
    title: 'Let go of the timer before the save',
    edits: [{ range: { start, end: start }, text }, ...out.edits],
  };
}
