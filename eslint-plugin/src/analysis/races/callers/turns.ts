/** Whether a function can meet itself: who runs it, and whether he waits for its end before he runs it again. */
import type {
  CallInstruction,
  FunctionForm,
  ObjectInstruction,
  Temp,
  Variable,
} from '../../lower/program.js';
import { instructionsIn } from '../../resources/code/blocks.js';
import type { ArgumentUse } from '../../resources/code/call-graph.js';
import { nameOf } from '../../resources/code/names.js';
import type { RaceContext } from '../context.js';

/** Functions that run what they are given once, or again when it has ended; said of those that are waited for. */
const ONE_AT_A_TIME =
  /^(?:with[A-Z]\w*|\$?transaction|\w+Transaction|retry\w*|\w+Retry|instrument\w*|startActiveSpan|trace\w*|measure\w*|timed?|step|attempt|forEachSeries|eachSeries|mapSeries)$/u;
/** Methods of lists that run what they are given at once, and the functions of promises. */
const AT_ONCE = /^(?:forEach|map|filter|find|findIndex|some|every|reduce|reduceRight|flatMap|sort|Promise)$/u;
const CHAINED = /^(?:then|catch|finally)$/u;
const REQUESTS = /^_?(?:req|request|ctx|context|event|res|response|reply)$/u;

/** What a variable holds that each call of a function has for itself is written by functions that it runs one after the other. */
export class Turns {
  private readonly known = new Map<FunctionForm, Map<FunctionForm, boolean>>();

  constructor(private readonly context: RaceContext) {}

  /** True where, of each call of `home`, the function never runs twice at once. */
  inTurnWithin(form: FunctionForm, home: FunctionForm): boolean {
    for (let each: FunctionForm | undefined = form; each !== home; each = each.parent)
      if (!each || !this.isInTurn(each, home)) return false;
    return true;
  }

  /** All who store to the variable do so in turn. */
  areWritersInTurn(variable: Variable): boolean {
    return this.context.program.functions.every(
      (form) =>
        !form.storesTo.has(variable) || form === variable.owner || this.inTurnWithin(form, variable.owner),
    );
  }

  private isInTurn(form: FunctionForm, home: FunctionForm): boolean {
    const known = this.known.get(home) ?? new Map<FunctionForm, boolean>();
    this.known.set(home, known);
    let answer = known.get(form);
    if (answer === undefined) {
      // Who calls himself and waits for it is in turn as far as his other callers are.
      known.set(form, true);
      answer = this.find(form, home);
      known.set(form, answer);
    }
    return answer;
  }

  private find(form: FunctionForm, home: FunctionForm): boolean {
    const { index } = this.context;
    if (form.member || form.exported || form.kind === 'accessor') return false;
    if (this.isOfRequest(form)) return true;
    const callers = index.callersOf(form);
    const uses = index.usesOf(form);
    if (callers.length + uses.length === 0 || this.isLoadedOtherwise(form, callers.length + uses.length))
      return false;
    return (
      callers.every(
        ({ call, form: caller }) => this.isWaitedFor(call, form) && this.inTurnWithin(caller, home),
      ) && uses.every((use) => this.isRunInTurn(use, form) && this.inTurnWithin(use.site.form, home))
    );
  }

  private isWaitedFor({ to }: CallInstruction, { async, suspends }: FunctionForm): boolean {
    return (!async && !suspends) || this.context.program.awaited.has(to);
  }

  private isRunInTurn(
    { site: { call, loops }, position, property }: ArgumentUse,
    form: FunctionForm,
  ): boolean {
    const { index, program } = this.context;
    const name = index.calledName(call) ?? '';
    if (AT_ONCE.test(name)) return !form.async;
    // A timer that is set once in each call goes off once.
    if (/^(?:setTimeout|setImmediate|nextTick|queueMicrotask)$/u.test(name)) return loops.length === 0;
    if (!program.awaited.has(call.to)) return false;
    if (CHAINED.test(name)) return true;
    const options =
      property === undefined ? undefined : program.definitions[call.arguments[position]?.value ?? -1];
    return options?.op === 'object' ? this.isOneByOne(options) : ONE_AT_A_TIME.test(name);
  }

  /** `{ limit: 1, task }`, `{ concurrency: 1 }` */
  private isOneByOne({ entries }: ObjectInstruction): boolean {
    return entries.some((entry) => {
      if (entry.kind !== 'property' || !('name' in entry.property)) return false;
      const value = this.context.flow.definitions.termOf(entry.value);
      return (
        /^(?:limit|(?:max)?concurrency|parallel(?:ism)?|workers)$/iu.test(entry.property.name) &&
        value.kind === 'constant' &&
        value.value === 1
      );
    });
  }

  /** The variable that names it is also handed around. */
  private isLoadedOtherwise(form: FunctionForm, known: number): boolean {
    const { definitions, functions } = this.context.program;
    for (const { nested, body } of functions) {
      if (!nested.includes(form)) continue;
      for (const each of instructionsIn(body)) {
        if (each.op !== 'store') continue;
        const made = definitions[each.from];
        if (made?.op === 'closure' && made.form === form) return each.variable.loads > known;
      }
    }
    return false;
  }

  /** `request.json = async () => …`: what it keeps belongs to the request. */
  private isOfRequest(form: FunctionForm): boolean {
    const { index, program } = this.context;
    return index.instructions.sets.some(({ instruction: { from, object } }) => {
      const made = program.definitions[from];
      if (made?.op !== 'closure' || made.form !== form) return false;
      const place = index.parameterOf(uncast(object, program));
      return (
        place?.property === undefined && REQUESTS.test(place?.form.parameterForms[place.index]?.name ?? '')
      );
    });
  }
}

/** `(request as any)` */
function uncast(temp: Temp, program: RaceContext['program']): Temp {
  const definition = program.definitions[temp];
  const [inner] = definition?.op === 'compute' && definition.operator === 'as' ? definition.operands : [];
  return inner === undefined ? temp : uncast(inner, program);
}

/** `start() { void this.poll(); }`: a loop that is started in one place runs once, and never meets itself. */
export function isLoneLoop(
  form: FunctionForm,
  places: readonly number[],
  { index, program }: RaceContext,
): boolean {
  if (form.exported || (form.member && !form.hidden) || index.usesOf(form).length > 0) return false;
  const [site, ...others] = index.callersOf(form);
  if (!site || others.length > 0 || site.loops.length > 0 || site.form === form) return false;
  const isStart =
    site.form.kind === 'constructor' ||
    site.form === program.module ||
    /^(?:start|run|init|listen|boot|launch|begin|open|connect|resume|on[A-Z])/u.test(site.form.name ?? '');
  if (!isStart || program.awaited.has(site.call.to)) return false;
  for (const each of instructionsIn(form.body))
    if (each.op === 'loop' && places.every((place) => each.at.start <= place && place < each.at.end))
      return true;
  return false;
}

/** `pending ??= refresh()`: all callers keep its promise where they look for it first, so that it runs once at a time. */
export function isSharedFlight(form: FunctionForm, context: RaceContext): boolean {
  const { index } = context;
  if (!form.async || form.exported || (form.member && !form.hidden) || index.usesOf(form).length > 0)
    return false;
  const sites = index.callersOf(form);
  return (
    sites.length > 0 && sites.every(({ call, form: caller }) => isKeptIfAbsent(call.to, caller, context))
  );
}

function isKeptIfAbsent(promise: Temp, caller: FunctionForm, context: RaceContext, depth = 0): boolean {
  const { index, program } = context;
  const { stores, sets, branches, calls } = index.instructions;
  const asks = (test: (name: string) => boolean): boolean =>
    branches.some(
      ({ form, instruction }) => form === caller && namesIn(instruction.test, context).some(test),
    );
  if (
    stores.some(
      ({ instruction: { from, variable } }) =>
        from === promise && variable.owner !== caller && asks((name) => name === variable.name),
    )
  )
    return true;
  if (
    sets.some(
      ({ instruction: { from, property } }) =>
        from === promise && 'name' in property && asks((name) => name === property.name),
    )
  )
    return true;
  if (isSetIfAbsent(promise, caller, context)) return true;
  // `pending ??= refresh()` stores what the branch gives.
  const next = [
    ...calls.flatMap(({ instruction: { callee, to } }) =>
      callee.kind === 'member' &&
      callee.object === promise &&
      'name' in callee.property &&
      CHAINED.test(callee.property.name)
        ? [to]
        : [],
    ),
    ...branches.flatMap(({ instruction: { arms, to } }) =>
      arms.some(({ value }) => value === promise) ? [to] : [],
    ),
    // `const run = refresh(); pending = run;`
    ...stores.flatMap(({ instruction: { from, variable } }) =>
      from === promise && variable.owner === caller && variable.writes.length === 1
        ? program.definitions.flatMap((each) =>
            each?.op === 'load' && each.variable === variable ? [each.to] : [],
          )
        : [],
    ),
  ];
  return depth < 4 && next.some((each) => isKeptIfAbsent(each, caller, context, depth + 1));
}

/** `if (pending.has(id)) return pending.get(id); pending.set(id, open(id));` */
function isSetIfAbsent(promise: Temp, { calls }: FunctionForm, { index, program }: RaceContext): boolean {
  const holderOf = ({ callee }: CallInstruction): string | undefined =>
    callee.kind === 'member' ? nameOf(program, callee.object) : undefined;
  return calls.some(
    (call) =>
      index.calledName(call) === 'set' &&
      call.arguments[1]?.value === promise &&
      calls.some(
        (other) =>
          /^(?:get|has)$/u.test(index.calledName(other) ?? '') &&
          other.at.start < call.at.start &&
          holderOf(other) === holderOf(call),
      ),
  );
}

/** What a test asks: the names of the variables and properties that it looks at. */
function namesIn(test: Temp, context: RaceContext, depth = 0): readonly string[] {
  const definition = context.program.definitions[test];
  if (depth > 4) return [];
  switch (definition?.op) {
    case 'load':
      return [definition.variable.name];
    case 'get':
      return 'name' in definition.property ? [definition.property.name] : [];
    case 'compute':
      return definition.operands.flatMap((operand) => namesIn(operand, context, depth + 1));
    default:
      return [];
  }
}
