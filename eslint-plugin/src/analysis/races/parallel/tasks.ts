/** What a function runs together: lists of promises, callbacks of `map`, calls that nobody waits for. */
import type { CallInstruction, Program, Temp } from '../../lower/program.js';
import type { RaceContext } from '../context.js';
import { instructionsOf, type Placed } from '../../resources/code/instructions.js';
import { collectReturns } from '../../resources/definitions.js';
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
    if (task && givesFunctions(task, context)) return [];
    if (task || EACH.test(name)) return task ? [{ kind: 'each', at: placed, task }] : [];
  }
  const queued = name === 'addAll' ? queuedTask(instruction, context) : undefined;
  if (queued) return [{ kind: 'each', at: placed, task: queued }];
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

/** How many a worker does at once: bullmq, kafkajs, agenda, pg-boss, p-map. */
const HOW_MANY =
  /^(?:concurrency|concurrent|maxConcurrency|maxConcurrentCalls|teamConcurrency|localConcurrency|partitionsConsumedConcurrently)$/u;

/** `{ concurrency: 5 }` beside a callback, or around it; `queue.process(5, run)`. */
function saysHowMany(call: CallInstruction, { program }: RaceContext): boolean {
  const isSaid = call.arguments.some(({ value }) => {
    const options = program.definitions[value];
    return (
      options?.op === 'object' &&
      options.entries.some(
        (entry) =>
          entry.kind === 'property' && 'name' in entry.property && HOW_MANY.test(entry.property.name),
      )
    );
  });
  return isSaid || isWorkerOfSeveral(call, program);
}

/** `queue.process('resize', 4, run)` of Bull, `fastq.promise(run, 4)`. */
function isWorkerOfSeveral({ callee, arguments: args }: CallInstruction, program: Program): boolean {
  const name =
    callee.kind === 'member' && 'name' in callee.property
      ? callee.property.name
      : callee.kind === 'value'
        ? loadedName(callee.value, program)
        : undefined;
  if (name !== 'process' && name !== 'fastq' && name !== 'promise') return false;
  return args.some(({ value }) => {
    const limit = program.definitions[value];
    return limit?.op === 'literal' && typeof limit.value === 'number' && limit.value > 1;
  });
}

function loadedName(temp: Temp, { definitions }: Program): string | undefined {
  const definition = definitions[temp];
  return definition?.op === 'load' ? definition.variable.name : undefined;
}

/** `queue.addAll(urls.map((url) => async () => …))`, where the queue is seen to run several at once. */
function queuedTask({ callee, arguments: args }: CallInstruction, context: RaceContext): Task | undefined {
  const [first] = args;
  const made = first && context.program.definitions[first.value];
  if (made?.op !== 'call' || callee.kind !== 'member' || !runsSeveral(callee.object, context))
    return undefined;
  for (const { value } of made.arguments) {
    const outer = callbackForm(value, context);
    const inner = outer && collectReturns(outer.body).map((each) => callbackForm(each, context))[0];
    if (inner) return { calls: new Set(), bodies: new Set([inner]), helpers: new Set() };
  }
  return undefined;
}

/** `new PQueue()` runs all at once, `new PQueue({ concurrency: 4 })` several. */
function runsSeveral(queue: Temp, context: RaceContext): boolean {
  const { definitions, receivers } = context.flow;
  const term = definitions.termOf(queue);
  const owner = term.kind === 'member' ? receivers.objects.classOf(term.object) : undefined;
  const writes =
    term.kind === 'variable'
      ? term.variable.writes
      : term.kind === 'member'
        ? (owner?.fieldWrites.get(term.name) ?? [])
        : [];
  const [only] = writes;
  const made = only === undefined ? undefined : context.program.definitions[only];
  return made?.op === 'call' && made.construct && writes.length === 1 && !isOneAtATime(made, context);
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
    const options = context.program.definitions[value];
    // `consumer.run({ eachMessage: async (message) => … })`
    const given = options?.op === 'object' ? options.entries.map((entry) => entry.value) : [value];
    for (const each of given) {
      const form = callbackForm(each, context);
      if (form) return { calls: new Set(), bodies: new Set([form]), helpers: new Set() };
    }
  }
  return undefined;
}

/** `urls.map((url) => async () => …)`: what runs is for somebody else to say. */
function givesFunctions({ bodies }: Task, context: RaceContext): boolean {
  return [...bodies].some((body) =>
    collectReturns(body.body).some((each) => context.program.definitions[each]?.op === 'closure'),
  );
}

/** A call whose promise is left alone, kept for later, or collected in a loop. */
function startedAt(placed: Placed<CallInstruction>, context: RaceContext): readonly Group[] {
  const { instruction, loops } = placed;
  const { program } = context;
  if (program.awaited.has(instruction.to) || placed.form.kind === 'module') return [];
  const { used } = instructionsOf(program);
  const isLeft = !used.has(instruction.to);
  const task = (): Task => taskOf([instruction.to], context, false);
  if (loops.length > 0 && (isLeft || isCollected(instruction, context)))
    return [{ kind: 'loop', at: placed, task: task() }];
  if (isLeft) {
    const own = isRegistration(instruction, context) ? itsOwn(instruction, context) : task();
    return own ? [{ kind: 'left', at: placed, task: own, until: Infinity }] : [];
  }
  const until = awaitedLater(placed, context);
  return until === undefined ? [] : [{ kind: 'left', at: placed, task: task(), until }];
}

/** `tasks.push(save(each))`, or by a variable of the round: `const task = save(each); tasks.push(task)`. */
function isCollected({ to }: CallInstruction, { program }: RaceContext): boolean {
  const { collected, keptIn } = instructionsOf(program);
  if (collected.has(to)) return true;
  const kept = keptIn.get(to)?.instruction;
  if (!kept?.declares || kept.variable.writes.length > 1) return false;
  return [...collected].some((temp) => {
    const definition = program.definitions[temp];
    return definition?.op === 'load' && definition.variable === kept.variable;
  });
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
