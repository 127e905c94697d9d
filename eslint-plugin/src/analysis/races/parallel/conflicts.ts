/** Whether two accesses that run together conflict: one is lost, or their order decides what is left. */
import { familyOf } from '../../../stores/model.js';
import type { FlowAccess, Value } from '../../flow/value.js';
import type { ConflictKind } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { chooseSame, columnsOf, coversCreated } from './row-overlap.js';
import { settled } from './settled-terms.js';

export interface Conflict {
  readonly kind: ConflictKind;
  /** What the two write, where both write. */
  readonly values: readonly (readonly [Value | undefined, Value | undefined])[];
}

export function conflictOf(
  first: FlowAccess,
  second: FlowAccess,
  context: RaceContext,
): Conflict | undefined {
  if (first.receiver.model.id !== second.receiver.model.id) return undefined;
  if (!isSame(first.receiver.root, second.receiver.root, context)) return undefined;
  if (familyOf(first.receiver.model) === 'rows') return rowConflict(first, second);
  if (isSame(first.key, second.key, context)) return keyConflict(first, second);
  return treeConflict(first, second);
}

function isSame(one: Term, other: Term, context: RaceContext): boolean {
  return one === other || settled(one, context) === settled(other, context);
}

/** `handle.write(chunk, 0, chunk.length, position)`: each task has a part of the file of its own, mostly. */
function isAtPosition({ method, instruction }: FlowAccess): boolean {
  if (instruction.op !== 'call') return false;
  const given = instruction.arguments.length;
  return (/(?:^|\.)writev?$/u.test(method) && given >= 4) || (method.endsWith('writeSync') && given >= 5);
}

function keyConflict(first: FlowAccess, second: FlowAccess): Conflict | undefined {
  if (first.many || second.many || (isAtPosition(first) && isAtPosition(second))) return undefined;
  if (first.field && second.field && first.field !== second.field) return undefined;
  const operations = [first.operation, second.operation];
  const writes = operations.filter((each) => each === 'write').length;
  if (writes === 2) return { kind: 'overwrite', values: [[first.written, second.written]] };
  const isMade = operations.some((each) => each === 'write' || each === 'conditional' || each === 'atomic');
  if (operations.includes('delete')) {
    if (isMade) return { kind: 'delete', values: [] };
    return operations.includes('read') ? { kind: 'read', values: [] } : undefined;
  }
  return writes === 1 && operations.includes('read') ? { kind: 'read', values: [] } : undefined;
}

/** A directory that is removed, or made, and a file made in it. */
function treeConflict(first: FlowAccess, second: FlowAccess): Conflict | undefined {
  if (familyOf(first.receiver.model) !== 'files') return undefined;
  for (const [removal, other] of [
    [first, second],
    [second, first],
  ] as const) {
    if (makesDirectory(removal) && other.operation === 'write' && isBelow(other.key, removal.key))
      return { kind: 'make', values: [] };
    if (removal.operation !== 'delete' || !/^(?:rm|remove|rimraf|emptyDir|rmdir)/iu.test(removal.method))
      continue;
    if (other.operation !== 'read' && other.operation !== 'delete' && isBelow(other.key, removal.key))
      return { kind: 'delete', values: [] };
  }
  return undefined;
}

export function makesDirectory({ method }: FlowAccess): boolean {
  return /^(?:mkdir|mkdirp|mkdirs|ensureDir|makeDir|emptyDir)$/u.test(method);
}

function isBelow(path: Term, directory: Term): boolean {
  const parts = partsOf(directory);
  const own = partsOf(path);
  const last = parts.length - 1;
  return parts.every((part, index) => {
    const there = own[index];
    if (part === there) return index < last || startsWith(own[index + 1], '/');
    return index === last && part.kind === 'constant' && startsWith(there, `${String(part.value)}/`);
  });
}

function partsOf(path: Term): readonly Term[] {
  return path.kind === 'concat' ? path.parts : [path];
}

function startsWith(part: Term | undefined, text: string): boolean {
  return part?.kind === 'constant' && String(part.value).startsWith(text);
}

function rowConflict(first: FlowAccess, second: FlowAccess): Conflict | undefined {
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    if (one.operation === 'delete' && other.operation === 'conditional')
      return coversCreated(one, other) ? { kind: 'delete', values: [] } : undefined;
    if (one.operation === 'delete' && other.operation === 'write')
      return chooseSame(one, other) ? { kind: 'delete', values: [] } : undefined;
    if (one.operation === 'read' && other.operation !== 'read' && other.operation !== 'conditional')
      return chooseSame(one, other) ? { kind: 'read', values: [] } : undefined;
    if (one.operation === 'read' && other.operation === 'conditional')
      return coversCreated(one, other) ? { kind: 'read', values: [] } : undefined;
  }
  if (first.operation !== 'write' || second.operation !== 'write' || first.key !== second.key)
    return undefined;
  return overwriteOf(first, second);
}

/** Both set the same column of the same rows. */
function overwriteOf(first: FlowAccess, second: FlowAccess): Conflict | undefined {
  const one = columnsOf(first);
  const other = columnsOf(second);
  if (!one || !other) return { kind: 'overwrite', values: [[first.written, second.written]] };
  const values = [...one].flatMap(([name, value]) => {
    const set = other.get(name);
    return set ? [[value, set] as const] : [];
  });
  return values.length > 0 ? { kind: 'overwrite', values } : undefined;
}
