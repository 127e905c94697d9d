/** What a function runs together: lists of promises, callbacks of `map`, calls that nobody waits for. */
import type { CallInstruction, Program, Temp } from '../../lower/program.js';
import type { RaceContext } from '../context.js';
import { instructionsOf, type Placed } from '../../resources/code/instructions.js';
import { callbackForm, taskOf, type Task } from './task-members.js';
import { calledForm, calledName } from '../places.js';

/**
 * - `list`: the tasks are written out, `Promise.all([a(), b()])`;
 * - `each`: one for each element, `Promise.all(list.map(async …))`;
 * - `loop`: started in a loop that goes on without waiting;
 * - `left`: started and left alone, while the function goes on.
 */
export type Group = {
  /** The call that runs or starts them. */
  readonly at: Placed<CallInstruction>;
} & (
  | { readonly kind: 'list'; readonly tasks: readonly Task[] }
  | { readonly kind: 'each' | 'loop'; readonly task: Task }
  /** `until` is where somebody waits for it after all. */
  | { readonly kind: 'left'; readonly task: Task; readonly until: number }
);

const known = new WeakMap<Program, readonly Group[]>();

export function groupsOf(context: RaceContext): readonly Group[] {
  let groups = known.get(context.program);
  if (!groups) {
    groups = instructionsOf(context.program).calls.flatMap((placed) => groupAt(placed, context));
    known.set(context.program, groups);
  }
  return groups;
}

const GATHERS = /^(?:all|allSettled|race|any)$/u;
const EACH = /^(?:map|forEach|flatMap)$/u;
/** Helpers that run a callback for each element, several at a time. */
const EACH_HELPER =
  /^(?:pMap|mapLimit|eachLimit|forEachLimit|eachOfLimit|parallelMap|mapParallel|mapAsync|asyncMap|asyncForEach|pEach|pForEach|each|eachOf)$/u;

function groupAt(placed: Placed<CallInstruction>, context: RaceContext): readonly Group[] {
  const { instruction } = placed;
  const name = calledName(instruction, context);
  const [first] = instruction.arguments;
  if (name !== undefined && first && gathers(name, instruction, context)) {
    const tasks = elementsOf(first.value, context).map((temp) => taskOf([temp], context));
    if (tasks.length > 1) return [{ kind: 'list', at: placed, tasks }];
  }
  if (name !== undefined && runsForEach(name, instruction, context)) {
    const task = callbackTask(instruction, context);
    if (task || EACH.test(name)) return task ? [{ kind: 'each', at: placed, task }] : [];
  }
  return startedAt(placed, context);
}

function gathers(name: string, call: CallInstruction, context: RaceContext): boolean {
  if (name === 'parallel') return call.callee.kind === 'member';
  return GATHERS.test(name) && isPromise(call, context);
}

/** `list.map(f)`, `Bluebird.map(list, f)`, `Array.from(list, f)`, `eachLimit(list, 4, f)`, `queue(f, { concurrency: 4 })`. */
function runsForEach(name: string, call: CallInstruction, context: RaceContext): boolean {
  if (isOneAtATime(call, context)) return false;
  if (EACH.test(name)) return call.callee.kind === 'member';
  return (
    EACH_HELPER.test(name) ||
    (name === 'from' && call.arguments.length > 1) ||
    (name === 'queue' && call.arguments.length > 1) ||
    saysHowMany(call, context)
  );
}

/** `{ concurrency: 5 }` beside a callback. */
function saysHowMany({ arguments: args }: CallInstruction, { program }: RaceContext): boolean {
  const last = args.at(-1);
  const options = last && args.length > 1 ? program.definitions[last.value] : undefined;
  return (
    options?.op === 'object' &&
    options.entries.some(
      ({ kind, ...entry }) =>
        kind === 'property' &&
        'property' in entry &&
        'name' in entry.property &&
        entry.property.name === 'concurrency',
    )
  );
}

function isPromise({ callee }: CallInstruction, { program }: RaceContext): boolean {
  const object = callee.kind === 'member' ? program.definitions[callee.object] : undefined;
  return object?.op === 'load' && /^(?:Promise|Bluebird|Q)$/u.test(object.variable.name);
}

/** `{ concurrency: 1 }` */
function isOneAtATime({ arguments: args }: CallInstruction, { program }: RaceContext): boolean {
  return args.some(({ value }) => {
    const definition = program.definitions[value];
    if (definition?.op === 'literal') return definition.value === 1;
    return (
      definition?.op === 'object' &&
      definition.entries.some((entry) => {
        const limit = entry.kind === 'property' ? program.definitions[entry.value] : undefined;
        return limit?.op === 'literal' && limit.value === 1;
      })
    );
  });
}

/** The elements of a list that is written out, there or in a variable, with what is pushed to it one by one. */
function elementsOf(temp: Temp, context: RaceContext): readonly Temp[] {
  const definition = context.program.definitions[temp];
  if (definition?.op === 'array')
    return definition.elements.flatMap(({ value, spread }) => {
      const inner = spread ? elementsOf(value, context) : [];
      return inner.length > 0 ? inner : [value];
    });
  if (definition?.op === 'compute' && definition.operator === 'as' && definition.operands[0] !== undefined)
    return elementsOf(definition.operands[0], context);
  if (definition?.op !== 'load' || definition.variable.kind !== 'local') return [];
  const { variable } = definition;
  const { putInto } = instructionsOf(context.program);
  return [
    ...variable.writes.flatMap((write) => elementsOf(write, context)),
    ...(putInto.get(variable) ?? []),
  ];
}

/** The callback that a call is given, or the function that it names. */
function callbackTask({ arguments: args }: CallInstruction, context: RaceContext): Task | undefined {
  for (const { value } of args) {
    const form = callbackForm(value, context);
    if (form) return { calls: new Set(), bodies: new Set([form]), helpers: new Set() };
  }
  return undefined;
}

/** A call whose promise is left alone, kept for later, or collected in a loop. */
function startedAt(placed: Placed<CallInstruction>, context: RaceContext): readonly Group[] {
  const { instruction, loops } = placed;
  const { program } = context;
  if (program.awaited.has(instruction.to) || placed.form.kind === 'module') return [];
  const { used, collected } = instructionsOf(program);
  const isLeft = !used.has(instruction.to);
  const task = (): Task => taskOf([instruction.to], context, false);
  if (loops.length > 0 && (isLeft || collected.has(instruction.to)))
    return [{ kind: 'loop', at: placed, task: task() }];
  if (isLeft) {
    const own = isRegistration(instruction, context) ? itsOwn(instruction, context) : task();
    return own ? [{ kind: 'left', at: placed, task: own, until: Infinity }] : [];
  }
  const until = awaitedLater(placed, context);
  return until === undefined ? [] : [{ kind: 'left', at: placed, task: task(), until }];
}

/** `onExit(() => remove(folder))`, `fs.unlink(file, () => {})`: the callback is kept for later. */
function isRegistration({ callee, arguments: args }: CallInstruction, { program }: RaceContext): boolean {
  const isChained =
    callee.kind === 'member' &&
    'name' in callee.property &&
    /^(?:then|catch|finally)$/u.test(callee.property.name);
  return !isChained && args.some(({ value }) => program.definitions[value]?.op === 'closure');
}

/** What the call itself does, its callback apart. */
function itsOwn(call: CallInstruction, context: RaceContext): Task | undefined {
  if (calledForm(call, context)) return undefined;
  return { calls: new Set([call]), bodies: new Set(), helpers: new Set() };
}

/** `const saved = save(); …; await saved`: where it is waited for. */
function awaitedLater(
  { instruction, form }: Placed<CallInstruction>,
  context: RaceContext,
): number | undefined {
  const { program } = context;
  const { keptIn, inFunction } = instructionsOf(program);
  const kept = keptIn.get(instruction.to);
  if (kept?.form !== form || !kept.instruction.declares) return undefined;
  for (const each of inFunction(form)) {
    if (each.op !== 'load' || each.variable !== kept.instruction.variable) continue;
    return program.awaited.has(each.to) || each.at.start > instruction.at.end ? each.at.start : undefined;
  }
  return undefined;
}
