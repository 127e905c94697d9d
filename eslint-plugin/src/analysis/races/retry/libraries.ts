/** Retries that a library does: which function it runs again, and on which errors. */
import {
  POLICY_FILTERS,
  RETRY_FILTERS,
  RETRY_LIBRARIES,
  RETRY_LISTENERS,
  type RetryModel,
} from '../../../stores/retries.js';
import type { ErrorClass } from '../../../stores/error-signals.js';
import type { CallInstruction, FunctionForm, Temp } from '../../lower/program.js';
import { importOf } from '../../resources/exports.js';
import type { ProgramIndex } from '../../resources/code/program-index.js';
import { isOfClass, judgeInstance, judgeTruth, judgeWords, type Verdict } from './judge.js';
import type { Machine } from './machine.js';
import { UNKNOWN, type Completion, type Path } from './value.js';

export interface Library {
  /** The call that retries. */
  readonly call: CallInstruction;
  /** The call that made the policy, where the library retries by one. */
  readonly policy?: CallInstruction;
  readonly bail?: number;
  readonly again?: number;
  /** Only its name tells. */
  readonly named?: boolean;
  /** The errors that its name says it retries. */
  readonly on?: readonly ErrorClass[];
}

/** The library that retries the function at `position` of a call. */
export function libraryOf(call: CallInstruction, position: number, index: ProgramIndex): Library | undefined {
  const { callee } = call;
  if (callee.kind === 'super') return undefined;
  const direct = modelOf(call, index);
  if (direct && !direct.methods && isAt(direct, position, call))
    return {
      call,
      ...(direct.bail !== undefined && { bail: direct.bail }),
      ...(direct.again !== undefined && { again: direct.again }),
    };
  if (callee.kind !== 'member' || !('name' in callee.property)) return undefined;
  const { name } = callee.property;
  for (const policy of makersOf(callee.object, index)) {
    const model = modelOf(policy, index);
    if (model?.methods?.includes(name)) return { call, policy };
  }
  return undefined;
}

function isAt(model: RetryModel, position: number, call: CallInstruction): boolean {
  return model.at === 'last'
    ? position === call.arguments.length - 1 || position <= 1
    : position === model.at;
}

function modelOf(call: CallInstruction, index: ProgramIndex): RetryModel | undefined {
  const { callee } = call;
  const term =
    callee.kind === 'value'
      ? index.termOf(callee.value)
      : callee.kind === 'member' && 'name' in callee.property
        ? index.definitions.memberOf(index.termOf(callee.object), callee.property.name)
        : undefined;
  const origin = term && importOf(term);
  if (!origin) return undefined;
  const names = [
    origin.name === '*' ? 'default' : origin.name,
    origin.name.replace(/^(?:default|\*)\./u, ''),
  ];
  return RETRY_LIBRARIES.find(
    (model) =>
      model.packages.includes(origin.source) &&
      model.names.some((name) => names.includes(name) || names.some((each) => each.startsWith(`${name}.`))),
  );
}

/** The calls that made an object: its chain, and what a variable or a field holds. */
export function makersOf(temp: Temp, index: ProgramIndex, depth = 0): CallInstruction[] {
  const definition = index.program.definitions[temp];
  if (!definition || depth > 8) return [];
  const inner = (each: Temp): CallInstruction[] => makersOf(each, index, depth + 1);
  switch (definition.op) {
    case 'load':
      return definition.variable.writes.flatMap(inner);
    case 'suspend':
      return inner(definition.from);
    case 'get': {
      const owner = index.receivers.objects.classOf(index.termOf(definition.object));
      if (!owner || !('name' in definition.property)) return [];
      return (owner.fieldWrites.get(definition.property.name) ?? []).flatMap(inner);
    }
    case 'call': {
      const { callee } = definition;
      const behind = callee.kind === 'member' ? inner(callee.object) : [];
      // `wrap(retryPolicy, timeoutPolicy)`.
      return [definition, ...behind, ...definition.arguments.flatMap(({ value }) => inner(value))];
    }
    default:
      return [];
  }
}

/** Whether the library runs the function again after this end of a round. */
export function asksForMore(library: Library, machine: Machine, completion: Completion): Completion[] {
  const { how, path, value } = completion;
  if (how === 'again' || how === 'left') return [completion];
  const error = how === 'throw' ? value : value.kind === 'rejected' ? value.error : undefined;
  if (!error || !path.done) return [{ ...completion, how: 'left' }];
  if (error.kind === 'error' && error.aborts) return [{ ...completion, how: 'left' }];
  let paths: { readonly path: Path; readonly given: Verdict }[] = [{ path, given: 'yes' }];
  if (library.on)
    paths = [{ path: told(machine, path, library), given: isOfClass(library.on, machine.scenario) }];
  for (const { form, name, listens } of filtersOf(library, machine.index)) {
    paths = paths.flatMap((each) => {
      if (each.given === 'no') return [each];
      if (!form) {
        const given = judgeWords(name, machine.scenario);
        machine.note(each.path, given, name, error);
        return [{ path: each.path, given }];
      }
      return machine
        .enter(form, [error], each.path)
        .map((end) => ({ path: end.path, given: endOf(end, listens, machine) }));
    });
  }
  for (const type of typesOf(library, machine.index)) {
    const given = judgeInstance(error, type, [], machine.scenario);
    for (const each of paths) machine.note(each.path, given, type, error);
    paths = paths.map((each) => (each.given === 'no' ? each : { path: each.path, given }));
  }
  return paths.map(({ path: end, given }): Completion => {
    if (given === 'unclear') end.doubtful = true;
    return { how: given === 'no' ? 'left' : 'again', path: end, value: UNKNOWN };
  });
}

function told(machine: Machine, path: Path, { on }: Library): Path {
  if (machine.scenario === 'conflict' && on?.some((each) => each === 'conflict' || each === 'serialization'))
    path.told = true;
  return path;
}

function endOf(end: Completion, listens: boolean, machine: Machine): Verdict {
  if (listens) return end.how === 'throw' ? 'no' : 'yes';
  if (end.how === 'throw' || end.value.kind === 'rejected') return 'no';
  if (end.value.kind === 'unknown') return 'maybe';
  return judgeTruth(end.value, machine.scenario);
}

interface Filter {
  readonly form: FunctionForm | undefined;
  readonly name: string;
  readonly listens: boolean;
}

/** The functions that a retry asks, or tells, of a failure. */
function filtersOf({ call, policy }: Library, index: ProgramIndex): Filter[] {
  const filters: Filter[] = [];
  for (const { value } of call.arguments) {
    const options = index.definitions.objectOf(index.termOf(value));
    for (const entry of options?.entries ?? []) {
      if (entry.kind !== 'property' || !('name' in entry.property)) continue;
      const option = entry.property.name.toLowerCase();
      const listens = RETRY_LISTENERS.has(option);
      if (!listens && !RETRY_FILTERS.has(option)) continue;
      const form = index.functionOf(entry.value);
      const name = index.nameOf(entry.value);
      if (form || (name !== undefined && !listens)) filters.push({ form, name: name ?? '', listens });
    }
  }
  for (const { kind, value } of policyFilters(policy, index)) {
    if (kind !== 'predicate') continue;
    filters.push({ form: index.functionOf(value), name: index.nameOf(value) ?? '', listens: false });
  }
  return filters;
}

function typesOf({ policy }: Library, index: ProgramIndex): string[] {
  return policyFilters(policy, index).flatMap(({ kind, value }) => {
    const name = kind === 'type' ? index.nameOf(value) : undefined;
    return name === undefined ? [] : [name];
  });
}

/** `handleWhen(isConflict)`, `handleType(Conflict).orType(…)`, in the first argument of what makes the policy. */
function policyFilters(
  policy: CallInstruction | undefined,
  index: ProgramIndex,
): { readonly kind: 'all' | 'predicate' | 'type'; readonly value: Temp }[] {
  const first = policy?.arguments[0];
  if (!first) return [];
  return makersOf(first.value, index).flatMap((maker) => {
    const kind = POLICY_FILTERS.get(index.calledName(maker) ?? '');
    const [asked, further] = maker.arguments;
    if (!kind || !asked) return [];
    // `handleType(ApiError, (error) => error.status === 409)`
    const predicate = kind === 'type' && further ? [{ kind: 'predicate' as const, value: further.value }] : [];
    return [{ kind, value: asked.value }, ...predicate];
  });
}
