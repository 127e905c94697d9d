/** The part of a function that must run alone: from the read to the write, and to whatever uses its names. */
import type { PairRace } from '../../analysis/race.js';
import {
  ancestorsOf,
  enclosingFunction,
  findCall,
  isFunction,
  isWithin,
  rootOf,
  type Block,
  type FunctionNode,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { extendToUses, regionAround, statementsIn, yields, type Region } from '../code/region.js';
import { usesOf, variableOf } from '../code/scopes.js';
import { textOf } from '../code/text.js';
import { storeCall } from '../redis/calls.js';
import type { TextEdit } from '../rewrite.js';
import { awaitReturned, endOf, isCallOf, waitingEdits } from './waiting.js';

/** The two ends of a race. */
type Pair = Pick<PairRace, 'read' | 'write'>;

export type Section = {
  /** The function that waits for its turn; undefined at the top level of a module. */
  readonly owner: FunctionNode | undefined;
  /** Where the section begins: names must be known here. */
  readonly place: Node;
  /** What makes the function wait for everything in the section. */
  readonly edits: readonly TextEdit[];
} & (
  | { readonly kind: 'statements'; readonly region: Region }
  /** The whole body of an arrow function without braces. */
  | { readonly kind: 'expression'; readonly body: Node }
);

/** The section of a race, undefined where the write could run on after its end. */
export function sectionOf(sourceCode: SourceCode, race: Pair): Section | undefined {
  const read = findCall(sourceCode, race.read.via ?? race.read.range);
  const write = findCall(sourceCode, race.write.via ?? race.write.range);
  const owner = read && write && commonFunction(read, write);
  if (!read || !write || (!owner && sourceCode.ast.sourceType !== 'module')) return undefined;
  const edits = owner ? waitingEdits(owner) : [];
  if (!edits) return undefined;
  // What a variable's batch holds is sent, and awaited, by its last use.
  const isQueued = batchOf(sourceCode, race) !== undefined && enclosingFunction(write) === owner;
  if (owner && owner.body.type !== 'BlockStatement') {
    const isReached = isQueued || isOver(race) || endOf(write, owner) !== undefined;
    return isReached ? { kind: 'expression', owner, place: owner.body, body: owner.body, edits } : undefined;
  }
  const region = findRegion(sourceCode, race, read, write);
  const [place] = region ? statementsIn(region) : [];
  if (!region || !place) return undefined;
  const end = isQueued || isOver(race) ? 'awaited' : endOf(write, region.block);
  // Without `async`, only a returned promise can be waited for.
  const isTail = end === 'returned' && region.block.body[region.last]?.type === 'ReturnStatement';
  if (!end || (owner && !owner.async && !isTail)) return undefined;
  const receiver = storeCall(sourceCode, race.write)?.receiver;
  const returned = statementsIn(region).flatMap((statement) =>
    awaitReturned(sourceCode, statement, (node) => {
      return (
        isWithin(write, node) ||
        (receiver !== undefined && isCallOf(sourceCode, node, textOf(sourceCode, receiver)))
      );
    }),
  );
  return { kind: 'statements', owner, place, region, edits: [...edits, ...returned] };
}

/**
 * The section of a race in a function that waits for nothing: its ends, and all between them, are over when they
 * return. A function that gives a promise may go on behind its end.
 */
export function syncSectionOf(sourceCode: SourceCode, race: Pair): Section | undefined {
  if (!race.read.method.endsWith('Sync') || !race.write.method.endsWith('Sync')) return undefined;
  const read = findCall(sourceCode, race.read.via ?? race.read.range);
  const write = findCall(sourceCode, race.write.via ?? race.write.range);
  const owner = read && write && commonFunction(read, write);
  if (!owner || owner.async || owner.generator || owner.body.type !== 'BlockStatement') return undefined;
  const region = findRegion(sourceCode, race, read, write);
  const [place] = region ? statementsIn(region) : [];
  return region && place && { kind: 'statements', owner, place, region, edits: [] };
}

/** True for a write that is over when its call returns: nobody has to wait for it. */
function isOver({ write }: Pair): boolean {
  return !write.via && (SYNCHRONOUS.has(write.resource.store) || isSyncFileWrite(write));
}

/** `writeFileSync`. */
function isSyncFileWrite({ method }: Pair['write']): boolean {
  return /^(?:write|output|append)\w*Sync$/u.test(method);
}

const SYNCHRONOUS = new Set([
  'conf',
  'configstore',
  'electron-store',
  'local-storage',
  'session-storage',
  'lru-cache',
  'node-cache',
]);

function findRegion(sourceCode: SourceCode, race: Pair, read: Node, write: Node): Region | undefined {
  const around = regionAround(read, write);
  if (!around) return undefined;
  const last = lastOfBatch(sourceCode, race, around.block);
  const region =
    last === undefined
      ? undefined
      : extendToUses(sourceCode, { ...around, last: Math.max(around.last, last) });
  return region && !statementsIn(region).some((statement) => yields(sourceCode, statement))
    ? region
    : undefined;
}

/** The innermost function that holds both. */
export function commonFunction(read: Node, write: Node): FunctionNode | undefined {
  for (const ancestor of ancestorsOf(read)) {
    if (isFunction(ancestor) && isWithin(write, ancestor)) return ancestor;
  }
  return undefined;
}

/** The batch in which a write is queued, where a variable holds it. */
function batchOf(sourceCode: SourceCode, { write }: Pair): Node | undefined {
  const call = write.via ? undefined : storeCall(sourceCode, write);
  return call?.batch === 'variable' ? rootOf(call.receiver) : undefined;
}

/** The statement that last uses the batch in which the write is queued; undefined where the block does not hold it. */
function lastOfBatch(sourceCode: SourceCode, race: Pair, block: Block): number | undefined {
  const batch = batchOf(sourceCode, race);
  const variable = batch?.type === 'Identifier' ? variableOf(sourceCode, batch) : undefined;
  const uses = variable ? usesOf(variable) : [];
  const later = uses.filter(({ identifier }) => identifier.range[0] > race.write.range.end);
  const users = later.map(({ identifier }) =>
    block.body.findIndex((statement) => isWithin(identifier, statement)),
  );
  return users.includes(-1) ? undefined : Math.max(-1, ...users);
}
