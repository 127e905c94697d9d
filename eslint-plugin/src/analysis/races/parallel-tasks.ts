/** What a function runs together: lists of promises, callbacks of `map`, calls that nobody waits for. */
import type { FlowAccess } from '../flow/value.js';
import type { Block, CallInstruction, FunctionForm, Program, Temp } from '../lower/program.js';
import type { SourceRange } from '../race.js';
import type { RaceContext } from './context.js';
import { instructionsOf, type Placed } from './instructions.js';
import { calledForm, calledName } from './places.js';

/** One thing that runs together with others. */
export interface Task {
  /** The calls that start it, or that it is made of. */
  readonly calls: ReadonlySet<CallInstruction>;
  /** The callbacks that are its body. */
  readonly bodies: ReadonlySet<FunctionForm>;
  /** Functions of the file that it calls. */
  readonly helpers: ReadonlySet<FunctionForm>;
}

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
  /^(?:pMap|mapLimit|eachLimit|forEachLimit|parallelMap|mapParallel|mapAsync|asyncMap|pEach|each|eachOf)$/u;

function groupAt(placed: Placed<CallInstruction>, context: RaceContext): readonly Group[] {
  const { instruction } = placed;
  const name = calledName(instruction, context);
  const [first] = instruction.arguments;
  if (name !== undefined && GATHERS.test(name) && isPromise(instruction, context) && first) {
    const tasks = elementsOf(first.value, context).map((temp) => taskOf([temp], context));
    if (tasks.length > 1) return [{ kind: 'list', at: placed, tasks }];
  }
  if (name !== undefined && EACH.test(name) && instruction.callee.kind === 'member' && first) {
    const task = callbackTask(first.value, context);
    return task ? [{ kind: 'each', at: placed, task }] : [];
  }
  if (name !== undefined && EACH_HELPER.test(name) && !isOneAtATime(instruction, context)) {
    const tasks = instruction.arguments.flatMap(({ value }) => callbackTask(value, context) ?? []);
    return tasks.map((task) => ({ kind: 'each', at: placed, task }));
  }
  return startedAt(placed, context);
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
    return definition.elements.flatMap(({ value, spread }) => (spread ? [] : [value]));
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

function callbackTask(temp: Temp, context: RaceContext): Task | undefined {
  const definition = context.program.definitions[temp];
  if (definition?.op === 'closure')
    return { calls: new Set(), bodies: new Set([definition.form]), helpers: new Set() };
  return undefined;
}

/** A call whose promise is left alone, kept for later, or collected in a loop. */
function startedAt(placed: Placed<CallInstruction>, context: RaceContext): readonly Group[] {
  const { instruction, loops } = placed;
  const { program } = context;
  if (program.awaited.has(instruction.to) || placed.form.kind === 'module') return [];
  const isLeft = !instructionsOf(program).used.has(instruction.to);
  const task = (): Task => taskOf([instruction.to], context, false);
  if (loops.length > 0 && (isLeft || isCollected(instruction, context)))
    return [{ kind: 'loop', at: placed, task: task() }];
  if (isLeft)
    return isRegistration(instruction, context)
      ? []
      : [{ kind: 'left', at: placed, task: task(), until: Infinity }];
  const until = awaitedLater(placed, context);
  return until === undefined ? [] : [{ kind: 'left', at: placed, task: task(), until }];
}

/** `onExit(() => remove(folder))`: the callback is kept for later. */
function isRegistration({ callee, arguments: args }: CallInstruction, { program }: RaceContext): boolean {
  const isChained =
    callee.kind === 'member' &&
    'name' in callee.property &&
    /^(?:then|catch|finally)$/u.test(callee.property.name);
  return !isChained && args.some(({ value }) => program.definitions[value]?.op === 'closure');
}

/** `tasks.push(save(item))` */
function isCollected({ to }: CallInstruction, context: RaceContext): boolean {
  return instructionsOf(context.program).calls.some(
    ({ instruction }) =>
      calledName(instruction, context) === 'push' && instruction.arguments.some(({ value }) => value === to),
  );
}

/** `const saved = save(); …; await saved`: where it is waited for. */
function awaitedLater(
  { instruction, form }: Placed<CallInstruction>,
  context: RaceContext,
): number | undefined {
  const { program } = context;
  const kept = instructionsOf(program).stores.find(
    (store) => store.form === form && store.instruction.from === instruction.to && store.instruction.declares,
  );
  if (!kept) return undefined;
  for (const each of instructionsOf(program).inFunction(form)) {
    if (each.op !== 'load' || each.variable !== kept.instruction.variable) continue;
    return program.awaited.has(each.to) || each.at.start > instruction.at.end ? each.at.start : undefined;
  }
  return undefined;
}

/** What runs because of these values: the calls that give promises, and the callbacks given to them. */
export function taskOf(temps: readonly Temp[], context: RaceContext, followsNames = true): Task {
  const calls = new Set<CallInstruction>();
  const bodies = new Set<FunctionForm>();
  const helpers = new Set<FunctionForm>();
  const seen = new Set<Temp>();
  const collect = (temp: Temp): void => {
    if (seen.has(temp)) return;
    seen.add(temp);
    const definition = context.program.definitions[temp];
    switch (definition?.op) {
      case 'call': {
        calls.add(definition);
        if (definition.callee.kind === 'member') collect(definition.callee.object);
        if (definition.callee.kind === 'value') {
          const called = context.program.definitions[definition.callee.value];
          if (called?.op === 'closure') bodies.add(called.form);
          if (called?.op === 'call') collect(definition.callee.value);
        }
        const helper = calledForm(definition, context);
        if (helper) helpers.add(helper);
        for (const { value } of definition.arguments) {
          const argument = context.program.definitions[value];
          if (argument?.op === 'closure') bodies.add(argument.form);
          else if (argument?.op === 'call' || argument?.op === 'array') collect(value);
        }
        return;
      }
      case 'array':
        for (const { value } of definition.elements) collect(value);
        return;
      case 'load':
        // What a variable holds was started before; a list of promises runs it together with the others.
        if (followsNames && definition.variable.kind === 'local' && definition.variable.writes.length === 1)
          for (const write of definition.variable.writes) {
            const made = context.program.definitions[write];
            if (
              made?.op === 'call' &&
              !made.construct &&
              definition.variable.owner !== context.program.module
            )
              collect(write);
          }
        return;
      case 'branch':
        for (const { value } of definition.arms) if (value !== undefined) collect(value);
        return;
      case 'compute':
        if (definition.operator === 'as') for (const operand of definition.operands) collect(operand);
        return;
      default:
    }
  };
  for (const temp of temps) collect(temp);
  return { calls, bodies, helpers };
}

/** True for an access that the task makes. */
export function isIn(access: FlowAccess, task: Task, others: readonly Task[] = []): boolean {
  const call = access.via?.call ?? access.instruction;
  if (call.op === 'call' && task.calls.has(call)) return true;
  for (const body of task.bodies) if (holds(body.at, call.at)) return true;
  if (access.via || !task.helpers.has(access.form)) return false;
  // A function that several tasks call does not tell whose access it is.
  return !others.some((other) => other !== task && other.helpers.has(access.form));
}

/** True where the task makes the access in the step in which it starts: nothing that it waits for comes first. */
export function isSentAtOnce(access: FlowAccess, task: Task): boolean {
  const at = access.suspensions?.at;
  if (!at) return true;
  if (access.via && at === access.via.call) return false;
  return ![...task.bodies].some((body) => holds(body.at, at.at));
}

export function holds(outer: SourceRange, inner: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True where whenever the first runs, and its function goes on, the second can run too. */
export function leadsTo(first: Placed, second: Placed): boolean {
  return (
    first.form === second.form && first.blocks.every((block: Block, index) => second.blocks[index] === block)
  );
}
