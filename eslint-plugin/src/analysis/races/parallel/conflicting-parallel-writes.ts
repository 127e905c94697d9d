/** Tasks that run together and write the same thing, or whose order decides what is left. */
import { familyOf } from '../../../stores/model.js';
import { MEMORY } from '../../../stores/memory.js';
import type { FlowAccess } from '../../flow/value.js';
import type { FunctionForm } from '../../lower/program.js';
import type { ConflictingWritesRace } from '../../race.js';
import { isPrivateKey } from '../../resources/keys.js';
import { scopeOf } from '../../resources/receiver.js';
import type { Summary } from '../../summaries/summary.js';
import { toAccess } from '../access.js';
import { certaintyOf, isToldElsewhere, areAlike, type FoundConflict } from './certainty.js';
import { conflictOf, makesDirectory } from './conflicts.js';
import type { RaceContext } from '../context.js';
import { areAlternatives, differsByRound, differsByTask } from './differing-values.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import { holds, isIn, isSentAtOnce, leadsTo, type Task } from './task-members.js';
import { groupsOf, type Group } from './tasks.js';
import { conflictPlace, racingWrite } from './place.js';
import { calledName } from '../places.js';
import { isSameInAll } from './variation.js';
import { conflictWitness } from '../witness.js';

export function findConflictingWrites(
  summary: Summary,
  context: RaceContext,
): readonly ConflictingWritesRace[] {
  const accesses = summary.accesses.filter((access) => isConcerned(access));
  if (accesses.length === 0) return [];
  const groups = groupsOf(context).filter((group) => concerns(group, summary.form));
  return groups.flatMap((group) => {
    switch (group.kind) {
      case 'list':
        return inList(group.tasks, group, accesses, context);
      case 'each':
      case 'loop':
        return inEach(group.task, group, accesses, context);
      case 'left':
        return besides(group, accesses, context);
    }
  });
}

/** What the function runs; a callback that is walked by itself is told of the call that it was given to. */
function concerns(group: Group, form: FunctionForm): boolean {
  if (holds(form.at, group.at.instruction.at)) return true;
  return group.kind === 'each' && [...group.task.bodies].some((body) => holds(form.at, body.at));
}

/** Whether it is one of the accesses that can run together: not of this process's memory, and not at once. */
function isConcerned({ receiver, method, sync }: FlowAccess): boolean {
  const { model, role } = receiver;
  if (sync || role === 'batch' || receiver.transaction) return false;
  if (model === MEMORY || scopeOf(receiver) === 'process') return false;
  const family = familyOf(model);
  if (family !== 'key-value' && family !== 'files' && family !== 'rows') return false;
  return !/Sync$/u.test(method);
}

function inList(
  tasks: readonly Task[],
  group: Group,
  accesses: readonly FlowAccess[],
  context: RaceContext,
): ConflictingWritesRace[] {
  const byTask = tasks.map((task) => accesses.filter((access) => isIn(access, task, tasks)));
  for (const [index, own] of byTask.entries()) {
    for (const [other, theirs] of byTask.entries()) {
      if (other <= index) continue;
      for (const first of own) {
        for (const second of theirs) {
          if (first === second || isSameCall(first, second)) continue;
          const conflict = conflictOf(first, second, context);
          const [one, two] = [tasks[index], tasks[other]];
          if (!conflict || !one || !two || isExcluded(first, second, context)) continue;
          const inOrder = isFirstInFirstOut(first) && isSentAtOnce(first, one) && isSentAtOnce(second, two);
          if (inOrder && conflict.kind !== 'overwrite') continue;
          const isApart = conflict.kind === 'read' && isToldElsewhere(first, second, context);
          const weak = isApart || (conflict.kind === 'overwrite' && areAlike(conflict));
          const race = raceOf({ together: 'list', first, second, conflict, weak }, group, context);
          if (race) return [race];
        }
      }
    }
  }
  return [];
}

/** One line of a helper that two tasks call is two calls. */
function isSameCall(first: FlowAccess, second: FlowAccess): boolean {
  return first.instruction === second.instruction && !first.via && !second.via;
}

function inEach(
  task: Task,
  group: Group,
  accesses: readonly FlowAccess[],
  context: RaceContext,
): ConflictingWritesRace[] {
  const bodies = bodiesOf(task);
  const own = accesses.filter(
    (access) => isIn(access, task) && isSameEachTime(access, accesses, bodies, group, context),
  );
  const found: ConflictingWritesRace[] = [];
  for (const [index, first] of own.entries()) {
    for (const [other, second] of own.entries()) {
      const conflict = conflictOf(first, second, context);
      if (!conflict || conflict.kind === 'read' || conflict.kind === 'make') continue;
      if (isExcluded(first, second, context)) continue;
      const areTwo = index !== other;
      if (conflict.kind === 'overwrite') {
        // Of two arms the one that goes well is told.
        if (areTwo && (index < other || !areAlternatives(second, first, context))) continue;
        if (restsOnRead(first)) continue;
      }
      if (
        conflict.kind === 'delete' &&
        isFirstInFirstOut(first) &&
        isSentAtOnce(first, task) &&
        isSentAtOnce(second, task)
      )
        continue;
      const together = group.kind === 'loop' ? 'loop' : 'each';
      const differs =
        differsByTask(first, bodies, context) ||
        (together === 'loop' && differsByRound(first, bodies, context));
      const weak = conflict.kind === 'overwrite' && !areTwo && !differs;
      const race = raceOf({ together, first, second, conflict, weak }, group, context);
      if (race && race.certainty !== 'possible') return [race];
      if (race) found.push(race);
    }
  }
  return found.slice(0, 1);
}

function bodiesOf(task: Task): ReadonlySet<FunctionForm> {
  return new Set([...task.bodies, ...task.helpers]);
}

/** The key is the same for each element, as far as all rounds of the walk have shown. */
function isSameEachTime(
  access: FlowAccess,
  accesses: readonly FlowAccess[],
  bodies: ReadonlySet<FunctionForm>,
  group: Group,
  context: RaceContext,
): boolean {
  if (isPrivateKey(access.key, context.program) || !isSameInAll(access.key, bodies, context)) return false;
  if (access.field && !isSameInAll(access.field, bodies, context)) return false;
  if (!isSameInAll(access.receiver.root, bodies, context)) return false;
  if (usesCounter(access, bodies, context)) return false;
  if (group.kind !== 'loop') return true;
  const call = access.via?.call ?? access.instruction;
  const rounds = accesses.filter(
    (each) => (each.via?.call ?? each.instruction) === call && each.instruction === access.instruction,
  );
  return rounds.length > 1 && rounds.every((each) => each.key === access.key && each.field === access.field);
}

/** A variable that the tasks themselves count up goes into the call: its value is another each time. */
function usesCounter(access: FlowAccess, bodies: ReadonlySet<FunctionForm>, context: RaceContext): boolean {
  const { at } = access.via?.call ?? access.instruction;
  const changed = new Set(
    [...bodies].flatMap((body) => [...body.storesTo].filter((variable) => variable.owner !== body)),
  );
  if (changed.size === 0) return false;
  return [...bodies].some((body) =>
    instructionsOf(context.program)
      .inFunction(body)
      .some(
        (each) =>
          each.op === 'load' && changed.has(each.variable) && (holds(at, each.at) || each.at.end <= at.start),
      ),
  );
}

/** What a task writes comes from what it read of it: another kind of race. */
function restsOnRead(access: FlowAccess): boolean {
  const sources = [...(access.written?.sources ?? []), ...access.control];
  return sources.some(
    (source) =>
      source.kind === 'read' &&
      source.access.receiver.root === access.receiver.root &&
      source.access.key === access.key,
  );
}

/** What is read is kept elsewhere, and is to be what was there before. */
const COPIES = /^(?:copyFile|copy|cp)$/u;

/** A call that nobody waits for, and what its function does next. */
function besides(
  group: Extract<Group, { kind: 'left' }>,
  accesses: readonly FlowAccess[],
  context: RaceContext,
): ConflictingWritesRace[] {
  const { task, at, until } = group;
  const instructions = instructionsOf(context.program);
  const own = accesses.filter((access) => isIn(access, task));
  for (const first of own) {
    if (first.operation === 'check' || (first.operation === 'read' && !COPIES.test(first.method))) continue;
    if (isFirstInFirstOut(first) && isSentAtOnce(first, task)) continue;
    for (const second of accesses) {
      const call = second.via?.call ?? second.instruction;
      if (call.op !== 'call' || call.at.start < at.instruction.at.end || call.at.start >= until) continue;
      const there = instructions.placeOf(call);
      if (!there || !leadsTo(at, there) || isIn(second, task)) continue;
      const conflict = conflictOf(first, second, context);
      if (!conflict || isExcluded(first, second, context)) continue;
      // A helper that makes its directory waits for it before it writes.
      if (conflict.kind === 'make' && first.via) continue;
      const weak = conflict.kind === 'overwrite' && areAlike(conflict);
      const race = raceOf({ together: 'left', first, second, conflict, weak }, group, context);
      if (race) return [race];
    }
  }
  return [];
}

const FIRST_IN_FIRST_OUT = new Set(['ioredis', 'node-redis', 'redis']);

/** One connection carries out commands in the order in which they were sent. */
function isFirstInFirstOut({ receiver }: FlowAccess): boolean {
  return FIRST_IN_FIRST_OUT.has(receiver.model.id);
}

/** A lock or a queue of one keeps the tasks apart; a claim lets one of them through. */
function isExcluded(first: FlowAccess, second: FlowAccess, context: RaceContext): boolean {
  const isKept = (access: FlowAccess): boolean =>
    access.guards.some((guard) => guard.kind !== 'watch' && guard.madeIn === undefined);
  if (isKept(first) && isKept(second)) return true;
  if (
    familyOf(first.receiver.model) !== 'rows' &&
    first.condition === 'absent' &&
    second.condition === 'absent'
  )
    return true;
  return isPrivateKey(first.key, context.program);
}

function raceOf(given: FoundConflict, group: Group, context: RaceContext): ConflictingWritesRace | undefined {
  const found = directoryFirst(given);
  const { first, second, conflict, together } = found;
  const write = racingWrite(found);
  if (context.isExempt(write, toAccess(write, context).resource)) return undefined;
  return {
    kind: 'conflicting-parallel-writes',
    certainty: certaintyOf(found, group, context),
    place: isForgotten(found, group, context) ? group.at.instruction.at : conflictPlace(write, context),
    conflict: conflict.kind,
    together,
    first: toAccess(first, context),
    second: toAccess(second, context),
    group: group.at.instruction.at,
    witness: conflictWitness(first, second, conflict.kind, context),
  };
}

function directoryFirst(found: FoundConflict): FoundConflict {
  const { first, second, conflict } = found;
  return conflict.kind === 'make' && makesDirectory(second)
    ? { ...found, first: second, second: first }
    : found;
}

/**
 * What comes after a delete that nobody waits for is right where it is. One whose failures are handled is left alone on
 * purpose: what has to wait for it is the other one.
 */
function isForgotten({ first, conflict }: FoundConflict, group: Group, context: RaceContext): boolean {
  if (group.kind !== 'left' || group.until !== Infinity) return false;
  if (/^(?:then|catch|finally)$/u.test(calledName(group.at.instruction, context) ?? '')) return false;
  return conflict.kind === 'make' || (conflict.kind === 'delete' && first.operation === 'delete');
}
