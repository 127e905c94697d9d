/** Calls in a round of a retry: the operation itself, promises, functions of the file, and questions about the failure. */
import { ABORTING_ERRORS } from '../../../stores/retries.js';
import type { CallInstruction, FunctionForm } from '../../lower/program.js';
import { judgeComparison, judgeWords, valueOfVerdict, type Verdict } from './judge.js';
import { linesOf } from '../../resources/code/names.js';
import { next, type Machine } from './machine.js';
import { isNodeStyle } from './reads.js';
import {
  ABOUT,
  constant,
  isTelling,
  OUTCOME,
  UNDEFINED,
  UNKNOWN,
  type Abstract,
  type Completion,
  type Path,
} from './value.js';

const LATER = /^(?:setTimeout|setImmediate|queueMicrotask|nextTick)$/u;

export function runCall(machine: Machine, call: CallInstruction, path: Path): Completion[] {
  return evaluateCall(machine, call, path).map((completion) => {
    if (completion.how === 'next') completion.path.note(call.to, completion.value);
    return completion;
  });
}

function evaluateCall(machine: Machine, call: CallInstruction, path: Path): Completion[] {
  const { supposed, index } = machine;
  const args = call.arguments.map((argument) => machine.read(argument.value, path));
  if (call === supposed.operation) return runOperation(machine, call, args, path);
  const callee = calleeOf(machine, call, path);
  if (callee.kind === 'control') return control(callee.how, args, path);
  if (callee.kind === 'settle') return settle(callee, args, path);
  const name = index.calledName(call);
  const object = call.callee.kind === 'member' ? machine.read(call.callee.object, path) : UNKNOWN;
  if (call.callee.kind === 'member' && name !== undefined) {
    const settled = promiseMethod(machine, name, object, args, path);
    if (settled) return settled;
    const made = promiseFunction(machine, call, name, args, path);
    if (made) return [made];
  }
  if (call.construct)
    return execute(machine, call, args, path) ?? [next(path, construct(machine, call, args))];
  if (name !== undefined && LATER.test(name)) return runLater(machine, args[0], path);
  const form = callee.kind === 'function' ? callee.form : index.calleeForm(call);
  if (form) return runFunction(machine, form, args, path);
  const known = membership(machine, call, name, args);
  if (known !== undefined) return [next(path, constant(known))];
  const asked = ask(machine, call, name, object, args, path);
  if (asked) return [next(path, asked)];
  return runCallbacks(machine, args, path);
}

function calleeOf(machine: Machine, { callee }: CallInstruction, path: Path): Abstract {
  if (callee.kind === 'value') return machine.read(callee.value, path);
  if (callee.kind !== 'member' || !('name' in callee.property)) return UNKNOWN;
  const object = machine.read(callee.object, path);
  return object.kind === 'object' ? (object.members.get(callee.property.name) ?? UNKNOWN) : UNKNOWN;
}

function runOperation(
  machine: Machine,
  call: CallInstruction,
  args: readonly Abstract[],
  path: Path,
): Completion[] {
  const { scenario, signals } = machine.supposed;
  path.done = true;
  const last = args.at(-1);
  if (last?.kind === 'function' && !machine.index.program.awaited.has(call.to))
    return answer(machine, last, path);
  if (scenario === 'success') return [next(path, OUTCOME)];
  const ends: Completion[] = [];
  if (signals.throws) ends.push(next(path.clone(), { kind: 'rejected', error: { kind: 'error' } }));
  if (signals.result) ends.push(next(path.clone(), OUTCOME));
  return ends;
}

/** A callback is told what the operation came to. */
function answer(
  machine: Machine,
  callback: Extract<Abstract, { kind: 'function' }>,
  path: Path,
): Completion[] {
  const { scenario, signals } = machine.supposed;
  const isError = isNodeStyle(callback.form);
  const ends: Completion[] = [];
  if (signals.throws && scenario !== 'success' && isError)
    ends.push(...runLater(machine, callback, path.clone(), [{ kind: 'error' }, UNDEFINED]));
  if (signals.result || scenario === 'success')
    ends.push(...runLater(machine, callback, path.clone(), isError ? [constant(null), OUTCOME] : [OUTCOME]));
  return ends;
}

function control(how: 'bail' | 'again', args: readonly Abstract[], path: Path): Completion[] {
  // The library rejects or goes on by itself; what the function still does is of no account.
  const [value = UNKNOWN] = args;
  return [{ how: how === 'bail' ? 'left' : 'again', path, value }];
}

/** `.then`, `.catch` and `.finally` on a promise, the failed one's above all. */
function promiseMethod(
  machine: Machine,
  name: string,
  object: Abstract,
  [first, second]: readonly Abstract[],
  path: Path,
): Completion[] | undefined {
  if (name !== 'then' && name !== 'catch' && name !== 'finally') return undefined;
  if (name === 'finally') {
    const ends = first ? settled(runValue(machine, first, [], path)) : [next(path)];
    return ends.map((end) => (end.how === 'next' ? next(end.path, object) : end));
  }
  if (object.kind === 'rejected') {
    const handler = name === 'catch' ? first : second;
    return handler ? settled(runValue(machine, handler, [object.error], path)) : [next(path, object)];
  }
  if (name === 'catch' || !first) return [next(path, object)];
  return settled(runValue(machine, first, [object], path));
}

/** What a function gave is what its promise gives: a throw rejects it. */
function settled(completions: Completion[]): Completion[] {
  return completions.map(({ how, path, value, ...rest }) => {
    if (how === 'return') return next(path, value);
    if (how === 'throw') return next(path, { kind: 'rejected', error: value });
    return { how, path, value, ...rest };
  });
}

function runValue(machine: Machine, value: Abstract, args: readonly Abstract[], path: Path): Completion[] {
  if (value.kind === 'control') return control(value.how, args, path);
  if (value.kind === 'settle') return settle(value, args, path);
  if (value.kind !== 'function') return [next(path, args.some(isTelling) ? ABOUT : UNKNOWN)];
  return startsAgain(machine, value.form, path) ?? machine.enter(value.form, args, path).map(asReturn);
}

function asReturn(completion: Completion): Completion {
  return completion.how === 'next' ? { ...completion, how: 'return' } : completion;
}

function startsAgain(machine: Machine, form: FunctionForm, path: Path): Completion[] | undefined {
  if (machine.supposed.again !== form || !path.done) return undefined;
  return [{ how: 'again', path, value: { kind: 'control', how: 'again' } }];
}

function promiseFunction(
  machine: Machine,
  call: CallInstruction,
  name: string,
  args: readonly Abstract[],
  path: Path,
): Completion | undefined {
  if (call.callee.kind !== 'member' || machine.index.nameOf(call.callee.object) !== 'Promise')
    return undefined;
  const [first = UNDEFINED] = args;
  if (name === 'reject')
    return next(path, { kind: 'rejected', error: first.kind === 'unknown' ? { kind: 'error' } : first });
  if (name === 'resolve') return next(path, first);
  const parts = first.kind === 'object' ? [...first.members.values()] : [];
  const failed = parts.find((part) => part.kind === 'rejected');
  if (failed && name !== 'allSettled') return next(path, failed);
  return next(path, parts.some(isTelling) ? OUTCOME : UNKNOWN);
}

/** `new Promise((resolve, reject) => …)`, where the operation runs in it. */
function execute(
  machine: Machine,
  call: CallInstruction,
  [executor]: readonly Abstract[],
  path: Path,
): Completion[] | undefined {
  const { index, supposed } = machine;
  const name = call.callee.kind === 'value' ? index.nameOf(call.callee.value) : undefined;
  if (name !== 'Promise' || executor?.kind !== 'function' || !index.mentionsCall(executor.form, supposed))
    return undefined;
  const promise = call.to;
  const how = (each: 'resolve' | 'reject'): Abstract => ({ kind: 'settle', how: each, promise });
  return runLater(machine, executor, path, [how('resolve'), how('reject')]).map((end) =>
    end.how === 'next' ? next(end.path, end.path.values.get(promise) ?? UNKNOWN) : end,
  );
}

/** The first call counts. */
function settle(
  { how, promise }: Extract<Abstract, { kind: 'settle' }>,
  [value = UNDEFINED]: readonly Abstract[],
  path: Path,
): Completion[] {
  if (!path.values.has(promise)) {
    const error: Abstract = value.kind === 'unknown' ? { kind: 'error' } : value;
    path.note(promise, how === 'reject' ? { kind: 'rejected', error } : value);
  }
  return [next(path)];
}

/** An error that the program makes, with its name and its texts. */
function construct(machine: Machine, call: CallInstruction, args: readonly Abstract[]): Abstract {
  const name =
    machine.index.nameOf(call.callee.kind === 'value' ? call.callee.value : undefined) ?? memberName(call);
  if (name === undefined) return UNKNOWN;
  if (ABORTING_ERRORS.has(name)) return { kind: 'error', name, aborts: true };
  const lines = [name, ...linesOf(machine.index.program, name)];
  if (!lines.some((each) => /Error$|Exception$|Conflict|Stale|Failure/u.test(each))) {
    return args.some(isTelling) ? ABOUT : UNKNOWN;
  }
  const texts = args.flatMap((value) => (value.kind === 'constant' ? [String(value.value)] : []));
  return { kind: 'error', name, texts };
}

function memberName({ callee }: CallInstruction): string | undefined {
  return callee.kind === 'member' && 'name' in callee.property ? callee.property.name : undefined;
}

function runLater(
  machine: Machine,
  callback: Abstract | undefined,
  path: Path,
  args: readonly Abstract[] = [],
): Completion[] {
  if (!callback) return [next(path)];
  return runValue(machine, callback, args, path).map((end) =>
    end.how === 'again' || end.how === 'left' ? end : next(end.path),
  );
}

/** A function of this file: followed where it leads to the operation, or is asked about how that went. */
function runFunction(
  machine: Machine,
  form: FunctionForm,
  args: readonly Abstract[],
  path: Path,
): Completion[] {
  const again = startsAgain(machine, form, path);
  if (again) return again;
  const isAsked = args.some(
    (value) => isTelling(value) || value.kind === 'function' || value.kind === 'object',
  );
  if (!machine.supposed.leading.has(form) && !isAsked) return [next(path)];
  return machine.enter(form, args, path).map((end) => {
    switch (end.how) {
      case 'return':
      case 'next':
        return next(end.path, end.value);
      case 'throw':
        return form.async ? next(end.path, { kind: 'rejected', error: end.value }) : end;
      default:
        return end;
    }
  });
}

/** `['GET', 'HEAD'].includes(method)`, where both are known. */
function membership(
  machine: Machine,
  call: CallInstruction,
  name: string | undefined,
  [first]: readonly Abstract[],
): boolean | undefined {
  if ((name !== 'includes' && name !== 'has') || first?.kind !== 'constant') return undefined;
  if (call.callee.kind !== 'member') return undefined;
  const texts = machine.index.textsOf(call.callee.object);
  return texts.length === 0 ? undefined : texts.includes(String(first.value));
}

/** `error.message.includes('…')`, `CODES.has(error.code)`, `isConflict(error)`, `/…/.test(error.message)`. */
function ask(
  machine: Machine,
  call: CallInstruction,
  name: string | undefined,
  object: Abstract,
  args: readonly Abstract[],
  path: Path,
): Abstract | undefined {
  const told = [object, ...args].find(isTelling);
  if (!told) return undefined;
  const { index, scenario } = machine;
  const answer = (given: Verdict, text: string): Abstract => {
    machine.note(path, given, text, told);
    return valueOfVerdict(given);
  };
  if (/^(?:toString|toLowerCase|toUpperCase|trim|String|Number|json|text|at|slice)$/u.test(name ?? ''))
    return told;
  if (/^(?:includes|has|indexOf|startsWith|endsWith|match|test|get)$/u.test(name ?? '')) {
    const texts = isTelling(object)
      ? index.textsOf(call.arguments[0]?.value)
      : call.callee.kind === 'member'
        ? index.textsOf(call.callee.object)
        : [];
    if (texts.length === 0) return name === 'get' ? ABOUT : answer('unclear', '');
    return answer(anyOf(texts.map((text) => judgeText(text, told, machine))), texts.join(' '));
  }
  if (name === 'isAxiosError' || name === 'isError' || name === 'isArray') return UNKNOWN;
  if (name !== undefined && /^(?:is|has|was|are|should|can)[A-Z_]|Error$|^(?:conflict|retr)/u.test(name))
    return answer(judgeWords(name, scenario), name);
  return ABOUT;
}

function judgeText(text: string, told: Abstract, machine: Machine): Verdict {
  const exact = judgeComparison('===', told, { kind: 'constant', value: text }, machine.scenario);
  return exact === 'unclear' || exact === 'no' ? judgeWords(text, machine.scenario) : exact;
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  for (const each of ['yes', 'maybe', 'unclear'] as const) if (verdicts.includes(each)) return each;
  return 'no';
}

/** A function nothing is known of: callbacks that lead to the operation run in it. */
function runCallbacks(machine: Machine, args: readonly Abstract[], path: Path): Completion[] {
  const { leading, again } = machine.supposed;
  const callback = args.find(
    (value): value is Extract<Abstract, { kind: 'function' }> =>
      value.kind === 'function' &&
      (leading.has(value.form) ||
        value.form === again ||
        machine.index.mentionsCall(value.form, machine.supposed)),
  );
  if (callback) return settled(runValue(machine, callback, [], path));
  const telling = args.find(isTelling);
  if (telling?.kind === 'rejected' || telling?.kind === 'outcome') return [next(path, telling)];
  return [next(path, telling ? ABOUT : UNKNOWN)];
}
