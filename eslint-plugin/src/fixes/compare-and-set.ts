/**
 * Read, compute and write become a loop that writes only where the key still holds what was read, and
 * otherwise begins again. The comparison is a Lua script: WATCH would fail on a connection that others share.
 */
import { backOff, compareAndSet, readWithText } from './redis/compare-and-set-helpers.js';
import { addHelpers } from './code/declarations.js';
import { enclosingFunction, type SourceCode } from './code/nodes.js';
import { alwaysExits, rangeOfRegion, statementsIn } from './code/region.js';
import { freshName, globalName } from './code/scopes.js';
import { styleOf } from './code/style.js';
import { editedAndIndented, indentationAt, textOf } from './code/text.js';
import { findRegion } from './compare-and-set/region.js';
import type { Repetition } from './compare-and-set/repeatable.js';
import { expectedType, readSite, writeSite, type ReadSite, type WriteSite } from './compare-and-set/sites.js';
import { conditionalWrite } from './compare-and-set/conditional-write.js';
import { keyRead, keyWrite, type KeyRead, type KeyWrite } from './redis/calls.js';
import type { RewriteOf, TextEdit } from './rewrite.js';

export const rewriteToCompareAndSet: RewriteOf<'get-then-set'> = (race, sourceCode) => {
  if (race.read.via || race.write.via) return undefined;
  const read = keyRead(sourceCode, race.read);
  const write = keyWrite(sourceCode, race.write);
  if (!read || !write || (read.field === undefined) !== (write.field === undefined)) return undefined;
  const region = findRegion(sourceCode, { read, write });
  const writing = region && writeSite(sourceCode, write, region.block);
  const reading =
    writing && readSite(sourceCode, read, writing.statement, region.block, read.dialect === 'upstash');
  if (!reading) return undefined;
  return {
    title: 'Use a compare-and-set loop, which begins again where another caller wrote first',
    edits: loop(sourceCode, { read, write, region }, reading, writing),
  };
};

/** The loop around the region, with the read that it compares and the write that may fail. */
function loop(
  sourceCode: SourceCode,
  repetition: Repetition & { readonly read: KeyRead; readonly write: KeyWrite },
  reading: ReadSite,
  writing: WriteSite,
): TextEdit[] {
  const { write, region } = repetition;
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const owner = enclosingFunction(write.call) ?? sourceCode.ast;
  const names = namesFor(sourceCode, write);
  const attempt = freshName(sourceCode, 'attempt', owner);
  const moved = reading.kind === 'moved' ? moveRead(sourceCode, repetition.read, reading, names) : undefined;
  const before = reading.kind === 'variable' ? reading.name : (moved?.before ?? '');
  const writes = conditionalWrite(sourceCode, write, writing, {
    set: names.set,
    before,
    edits: moved?.edits ?? [],
    isLast: statementsIn(region).at(-1) === writing.statement,
    wait: `await ${names.wait}(${attempt})${semicolons ? ';' : ''}`,
  });
  const indentation = indentationAt(sourceCode, region.block.body[region.first]?.range[0] ?? 0);
  const line = newline + indentation + indent;
  const edits = [...(moved?.edits ?? []).filter((edit) => !isInside(edit, writes.edit)), writes.edit];
  const range = rangeOfRegion(sourceCode, region);
  const body = editedAndIndented(sourceCode, range, edits, indent);
  const isOpen = writes.tail === '' && !alwaysExits(statementsIn(region).at(-1));
  const tail = isOpen ? `break${semicolons ? ';' : ''}` : writes.tail;
  const text = `for (let ${attempt} = 1; ; ${attempt}++) {${line}${body}${tail && line + tail}${newline}${indentation}}`;
  return [{ range, text }, ...names.edits];
}

interface Names {
  readonly set: string;
  readonly wait: string;
  /** The helper that reads, where the library's own read does not give what can be compared. */
  readonly get: string | undefined;
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

function namesFor(sourceCode: SourceCode, write: KeyWrite): Names {
  const target = write.field === undefined ? 'key' : 'field';
  const reader = write.dialect === 'upstash' ? [readWithText(target)] : [];
  const { names, edits } = addHelpers(sourceCode, [
    compareAndSet(write.dialect, target),
    backOff(globalName(sourceCode, 'setTimeout')),
    ...reader,
  ]);
  const [set = '', wait = '', get] = names;
  return {
    set,
    wait,
    get,
    before: freshName(sourceCode, 'before', enclosingFunction(write.call) ?? sourceCode.ast),
    edits,
  };
}

/** `const before = await redis.get(key);` ahead of the statement that reads, which then uses the name. */
function moveRead(
  sourceCode: SourceCode,
  read: KeyRead,
  site: Extract<ReadSite, { kind: 'moved' }>,
  { get, before }: Names,
): { before: string; edits: readonly TextEdit[] } {
  const { newline, semicolons, indent } = styleOf(sourceCode);
  const args = [read.receiver, ...read.args].map((argument) => textOf(sourceCode, argument)).join(', ');
  const call =
    get === undefined ? textOf(sourceCode, read.call) : `${get}${expectedType(sourceCode, read)}(${args})`;
  const [start] = site.before.range;
  const gap = newline + indentationAt(sourceCode, start) + indent;
  return {
    before: get === undefined ? before : `${before}.text`,
    edits: [
      { range: { start, end: start }, text: `const ${before} = await ${call}${semicolons ? ';' : ''}${gap}` },
      { range: site.replaced, text: get === undefined ? before : `${before}.value` },
    ],
  };
}

function isInside({ range }: TextEdit, outer: TextEdit): boolean {
  return outer.range.start < range.end && range.start < outer.range.end;
}
