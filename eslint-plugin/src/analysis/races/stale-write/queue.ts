/** Promises kept in shared places, and awaited: a queue made by hand, or one that lets everybody in at once. */
import { readSource, type FlowAccess, type Sources, type Suspensions } from '../../flow/value.js';
import type { Program, Temp } from '../../lower/program.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';

/**
 * `await tail; tail = work();`: all who wait for one promise go on when it settles. What they then set rests on
 * the promise that they read before. A place that is only cleared is let go of, and may be by each of them.
 */
export function waitsFor(write: FlowAccess, summary: Summary): Sources {
  const sources = new Set<ReturnType<typeof readSource>>();
  if (write.operation !== 'write' || write.written?.term.kind === 'constant') return sources;
  for (let each = write.suspensions; each; each = each.before) {
    const { at } = each;
    if (at.op !== 'suspend' || at.reason !== 'await') continue;
    for (const access of summary.accesses) if (isReadAs(access, at.from)) sources.add(readSource(access));
  }
  return sources;
}

/**
 * `const before = tail; tail = new Promise(…); await before;`: each waits for the one that came before it, as it
 * has put its own promise there in the step in which it read. What it reads behind that wait, it reads alone.
 */
export function isQueued(read: FlowAccess, summary: Summary, { program }: RaceContext): boolean {
  for (let each = read.suspensions; each; each = each.before) {
    const { at, before } = each;
    if (at.op !== 'suspend' || at.reason !== 'await') continue;
    const awaited = originsOf(at.from, program);
    const isTaken = summary.accesses.some(
      (access) => awaited.some((temp) => isReadAs(access, temp)) && isReplacedAtOnce(access, before, summary),
    );
    if (isTaken) return true;
  }
  return false;
}

/** True where another promise was put in the place before anybody else could read it. */
function isReplacedAtOnce(read: FlowAccess, until: Suspensions | undefined, summary: Summary): boolean {
  if (read.suspensions !== until) return false;
  const later = summary.accesses.slice(summary.accesses.indexOf(read) + 1);
  return later.some(
    (access) =>
      access.operation === 'write' &&
      access.suspensions === until &&
      access.receiver.root === read.receiver.root &&
      access.key === read.key &&
      access.written?.term.kind !== 'constant',
  );
}

function isReadAs({ operation, instruction }: FlowAccess, temp: Temp): boolean {
  return operation === 'read' && 'to' in instruction && instruction.to === temp;
}

/** The reads that a value can be: through variables that are set once, and `??`. */
function originsOf(temp: Temp, program: Program, depth = 0): readonly Temp[] {
  const definition = program.definitions[temp];
  if (depth > 4) return [];
  if (definition?.op === 'branch')
    return definition.arms.flatMap(({ value }) =>
      value === undefined ? [] : originsOf(value, program, depth + 1),
    );
  if (definition?.op !== 'load' || definition.variable.owner === program.module) return [temp];
  const [only, ...others] = definition.variable.writes;
  return only === undefined || others.length > 0 ? [temp] : originsOf(only, program, depth + 1);
}
