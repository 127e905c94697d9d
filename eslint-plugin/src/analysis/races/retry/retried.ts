/**
 * Which retries an operation is in: the loops around it, the functions that call themselves again, the
 * helpers and libraries that it is handed to; and whether a failure of it starts another round.
 */
import { RETRY_NAME, RETRY_ON } from '../../../stores/retries.js';
import type { CallInstruction, FunctionForm, LoopInstruction } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';
import type { ArgumentUse, CallSite, ParameterPlace } from '../../resources/code/call-graph.js';
import { isWithin, type ProgramIndex } from '../../resources/code/program-index.js';
import { asksForMore, libraryOf, type Library } from './libraries.js';
import { Machine, TooMuch, type Signals, type Supposition } from './machine.js';
import { Path, UNKNOWN, type Abstract, type Completion, type Scenario } from './value.js';

/** What runs again, each round. */
export interface Retried {
  /** The loop, the function or the call that retries. */
  readonly at: SourceRange;
  readonly kind: 'loop' | 'recursion' | 'library' | 'named';
  /** The text that runs in each round. */
  readonly ranges: readonly SourceRange[];
  /** The loop that goes round, where it is one. */
  readonly loop?: LoopInstruction;
  /** The function whose whole body is retried. */
  readonly form: FunctionForm;
  readonly run: (scenario: Scenario, signals: Signals) => Outcome;
}

export interface Outcome {
  /** Whether a round follows; `doubtful` where that hangs on a test that is not understood. */
  readonly again: 'no' | 'doubtful' | 'yes';
  /** A test named what is supposed. */
  readonly told: boolean;
  /** The program expects a failure that says that the effect is there already. */
  readonly expectsDuplicate: boolean;
}

interface Level {
  readonly site: CallSite;
  readonly leading: readonly FunctionForm[];
  readonly ranges: readonly SourceRange[];
  /** The call by which a helper was given its arguments. */
  readonly given?: { readonly form: FunctionForm; readonly call: CallInstruction };
}

const MAX_LEVELS = 7;
const MAX_ROOTS = 24;

/** Every retry that an operation may be in, the innermost first. */
export function retriedParts(
  operation: CallInstruction,
  index: ProgramIndex,
  given?: Level['given'],
): Retried[] {
  const site = index.siteOf(operation);
  if (!site) return [];
  const found: Retried[] = [];
  const seen = new Set<CallInstruction>();
  let levels: Level[] = [{ site, leading: [], ranges: [], ...(given && { given }) }];
  for (let depth = 0; depth < MAX_LEVELS && levels.length > 0 && found.length < MAX_ROOTS; depth++) {
    const above: Level[] = [];
    for (const level of levels) {
      if (seen.has(level.site.call)) continue;
      seen.add(level.site.call);
      found.push(...rootsAt(level, operation, index));
      above.push(...levelsAbove(level, operation, index, found));
    }
    levels = above;
  }
  return found;
}

function rootsAt(level: Level, operation: CallInstruction, index: ProgramIndex): Retried[] {
  const { site, leading, ranges, given } = level;
  const roots = site.loops.map((loop): Retried => {
    return {
      at: loop.at,
      kind: 'loop',
      ranges: [loop.at, ...ranges],
      loop,
      form: site.form,
      run: (scenario, signals) =>
        follow(index, { scenario, signals, operation, leading: new Set(leading) }, (machine) =>
          machine.round(loop, startOf(machine, given)),
        ),
    };
  });
  for (const form of [site.form, ...enclosing(site.form)]) {
    if (!callsItself(form, index)) continue;
    roots.push({
      at: form.at,
      kind: 'recursion',
      ranges: [form.at, ...ranges],
      form,
      run: (scenario, signals) =>
        follow(
          index,
          {
            scenario,
            signals,
            operation,
            leading: new Set([...leading, ...between(site.form, form)]),
            again: form,
          },
          (machine) => machine.enter(form, [], startOf(machine, given)),
        ),
    });
  }
  return roots;
}

/** `function attempt() { return op().catch(() => …attempt()) }`: the operation may stand in a callback of it. */
function enclosing(form: FunctionForm): FunctionForm[] {
  const found: FunctionForm[] = [];
  for (let each = form.parent; each && each.kind !== 'module'; each = each.parent) found.push(each);
  return found;
}

function between(inner: FunctionForm, outer: FunctionForm): FunctionForm[] {
  const found: FunctionForm[] = [];
  for (let each: FunctionForm | undefined = inner; each && each !== outer; each = each.parent)
    found.push(each);
  return found;
}

function callsItself(form: FunctionForm, index: ProgramIndex): boolean {
  if (form.kind === 'module') return false;
  const isWithinForm = ({ call }: CallSite): boolean => isWithin(call.at, form.at);
  return (
    index.callersOf(form).some(isWithinForm) || index.usesOf(form).some(({ site }) => isWithinForm(site))
  );
}

function levelsAbove(level: Level, operation: CallInstruction, index: ProgramIndex, found: Retried[]): Level[] {
  const { form } = level.site;
  const leading = [...level.leading, form];
  const ranges = [...level.ranges, form.at];
  const above: Level[] = [];
  for (const site of index.callersOf(form)) {
    if (!isWithin(site.call.at, form.at)) above.push({ site, leading, ranges });
  }
  for (const use of index.usesOf(form)) {
    if (isWithin(use.site.call.at, form.at)) continue;
    above.push(...handedTo(use, { ...level, leading, ranges }, form, operation, index, found));
  }
  return above;
}

/** What becomes of a function that is handed to a call. */
function handedTo(
  use: ArgumentUse,
  level: Level,
  form: FunctionForm,
  operation: CallInstruction,
  index: ProgramIndex,
  found: Retried[],
): Level[] {
  const { site, position, property } = use;
  const helper = index.calleeForm(site.call);
  if (helper) {
    const place: ParameterPlace = {
      form: helper,
      index: position,
      ...(property !== undefined && { property }),
    };
    return throughParameter(place, site, level, form, operation, index, found, 0);
  }
  const library = libraryOf(site.call, position, index) ?? namedLibrary(site.call, index);
  if (library) found.push(libraryRoot(library, site.call, level, form, operation, index));
  return [{ site, leading: level.leading, ranges: level.ranges }];
}

/** A helper of this file calls what it is given, or hands it on. */
function throughParameter(
  place: ParameterPlace,
  given: CallSite,
  level: Level,
  form: FunctionForm,
  operation: CallInstruction,
  index: ProgramIndex,
  found: Retried[],
  depth: number,
): Level[] {
  const { leading, ranges } = level;
  const levels: Level[] = index.callsOfParameter(place).map((site) => {
    return { site, leading, ranges, given: { form: place.form, call: given.call } };
  });
  // The helper's own callers are met where it is called with this function.
  levels.push({ site: given, leading: [...leading, place.form], ranges: [...ranges, place.form.at] });
  for (const { site, position } of index.forwardsOf(place)) {
    const library = libraryOf(site.call, position, index) ?? namedLibrary(site.call, index);
    const helper = index.calleeForm(site.call);
    if (helper && depth < 3)
      levels.push(
        ...throughParameter(
          { form: helper, index: position },
          site,
          level,
          form,
          operation,
          index,
          found,
          depth + 1,
        ),
      );
    else if (library) found.push(libraryRoot(library, site.call, level, form, operation, index));
  }
  return levels;
}

function libraryRoot(
  library: Library,
  call: CallInstruction,
  { leading, ranges }: Level,
  form: FunctionForm,
  operation: CallInstruction,
  index: ProgramIndex,
): Retried {
  return {
    at: call.at,
    kind: library.named ? 'named' : 'library',
    ranges,
    form,
    run: (scenario, signals) =>
      follow(index, { scenario, signals, operation, leading: new Set(leading) }, (machine) => {
        const args = form.parameters.map((_, position): Abstract => {
          if (position === library.bail) return { kind: 'control', how: 'bail' };
          return position === library.again ? { kind: 'control', how: 'again' } : UNKNOWN;
        });
        return machine
          .enter(form, args, Path.start())
          .flatMap((completion) => asksForMore(library, machine, completion));
      }),
  };
}

/** A helper that this file does not show, by its name. */
function namedLibrary(call: CallInstruction, index: ProgramIndex): Library | undefined {
  const name = index.calledName(call);
  if (name === undefined) return undefined;
  const holder = call.callee.kind === 'member' ? index.nameOf(call.callee.object) : undefined;
  const isPolicy =
    holder !== undefined &&
    /retr(?:y|ies|ier)|backoff/iu.test(holder) &&
    /^(?:execute|run|call|do|attempt|try|wrap)$/u.test(name);
  const on = RETRY_ON.filter(([pattern]) => pattern.test(name)).map(([, each]) => each);
  if (!isPolicy && !RETRY_NAME.test(name) && on.length === 0) return undefined;
  return { call, named: true, ...(on.length > 0 && { on }) };
}

function startOf(machine: Machine, given: Level['given']): Path {
  const path = Path.start();
  if (!given) return path;
  given.form.parameters.forEach((temp, position) => {
    const argument = given.call.arguments[position];
    if (argument && !argument.spread) path.values.set(temp, machine.read(argument.value, path));
  });
  return path;
}

function follow(
  index: ProgramIndex,
  supposed: Supposition,
  run: (machine: Machine) => readonly Completion[],
): Outcome {
  const machine = new Machine(index, supposed);
  try {
    const rounds = run(machine).filter(({ how, path }) => how === 'again' && path.done);
    const sure = rounds.filter(({ path }) => !path.doubtful || path.told);
    return {
      again: sure.length > 0 ? 'yes' : rounds.length > 0 ? 'doubtful' : 'no',
      told: sure.some(({ path }) => path.told),
      expectsDuplicate: machine.expectsDuplicate,
    };
  } catch (error) {
    if (error instanceof TooMuch) return { again: 'no', told: false, expectsDuplicate: false };
    throw error;
  }
}
