/** Calls: which kind of call it is, and what it does to the state. */
import type { CallInstruction, FunctionForm, Temp } from '../lower/program.js';
import type { Term } from '../resources/terms.js';
import { callTerm } from '../resources/made-terms.js';
import { someIn } from '../resources/code/blocks.js';
import { isPrivateKey } from '../resources/keys.js';
import { importOf } from '../resources/exports.js';
import { applySummary } from '../summaries/apply.js';
import { isAnswered } from './answers.js';
import { builtinCall } from './builtins.js';
import { runCallback } from './callbacks.js';
import { containerCall } from './memory.js';
import { noteCombined, noteGated } from './gates.js';
import { lockCall } from './lock-calls.js';
import { neverReturns } from './never-returns.js';
import { noteRow } from './row-calls.js';
import { noteSettled, settledWith, settlerOf } from './settled.js';
import { noteToldPaths } from './told-paths.js';
import { storeCall } from './store-calls.js';
import { NO_SOURCES, union, valueOf, type Value } from './value.js';
import { getMember } from './evaluate.js';
import type { Walk } from './walk.js';

/** A call with its parts evaluated. */
export interface Call {
  readonly instruction: CallInstruction;
  /** What is called. */
  readonly callee: Term;
  /** The object whose method it is. */
  readonly object: Value | undefined;
  /** The name it is called by, without its object. */
  readonly name: string | undefined;
  readonly args: readonly Value[];
  /** False where a spread argument makes positions unknown. */
  readonly positional: boolean;
  /** The value that a call of nothing known would give. */
  readonly term: Term;
}

export function evaluateCall(walk: Walk, instruction: CallInstruction): Value {
  const call = prepare(walk, instruction);
  noteRow(walk, call);
  noteToldPaths(walk, call);
  const waited = walk.foreignWaits;
  const outer = walk.calling;
  walk.calling = instruction;
  const value = walk.waits.settling(
    instruction.to,
    () =>
      storeCall(walk, call) ??
      containerCall(walk, call) ??
      lockCall(walk, call) ??
      functionCall(walk, call) ??
      builtinCall(walk, call) ??
      unknownCall(walk, call),
  );
  noteCombined(walk, instruction, call.name, waited);
  walk.calling = outer;
  walk.isStopped = neverReturns(walk, call);
  return value;
}

function prepare(walk: Walk, instruction: CallInstruction): Call {
  const { terms } = walk;
  const args = instruction.arguments.map((argument) => walk.read(argument.value));
  const positional = !instruction.arguments.some((argument) => argument.spread);
  const { callee } = instruction;
  let target: Term;
  let object: Value | undefined;
  let name: string | undefined;
  if (callee.kind === 'member') {
    object = walk.read(callee.object);
    if ('name' in callee.property) ({ name } = callee.property);
    target = getMember(walk, object, callee.property).term;
  } else if (callee.kind === 'value') {
    target = walk.read(callee.value).term;
    name = nameOf(target) ?? loadedName(walk, instruction);
    // A method taken off its object: `const { get } = client`, `client.get.bind(client)`.
    if (target.kind === 'member') object = walk.refresh(valueOf(target.object));
  } else {
    target = terms.made(instruction.to);
  }
  const argumentTerms = args.map((argument) => structuralTerm(walk, argument));
  const stable = !isVolatile(name);
  const term = stable
    ? walk.context.definitions.linked(callTerm(walk.terms, target, argumentTerms, instruction.construct))
    : terms.made(instruction.to);
  if (instruction.construct || importOf(target)) walk.made.set(term, walk.form);
  return { instruction, callee: target, object, name, args, positional, term };
}

/** Arrays and objects that are written out in an argument are equal when their parts are. */
export function structuralTerm(walk: Walk, value: Value, depth = 0): Term {
  if (value.term.kind !== 'made' || !value.parts || depth > 3 || walk.state.isChanged(value.term))
    return value.term;
  const parts = [...value.parts].flatMap(([name, part]) => [
    walk.terms.constant(name),
    structuralTerm(walk, part, depth + 1),
  ]);
  return walk.terms.compute('{}', parts);
}

/** What is called by the name of a variable: `const release = await mutex.acquire()`. */
export function loadedName(walk: Walk, { callee }: CallInstruction): string | undefined {
  if (callee.kind !== 'value') return undefined;
  const definition = walk.context.definitions.program.definitions[callee.value];
  return definition?.op === 'load' ? definition.variable.name : undefined;
}

function nameOf(term: Term): string | undefined {
  switch (term.kind) {
    case 'variable':
      return term.variable.name;
    case 'global':
    case 'import':
    case 'member':
      return term.name;
    case 'closure':
      return term.form.name;
    case 'parameter':
      return term.form.parameterForms[term.index]?.name;
    default:
      return undefined;
  }
}

/** Functions that give another value each time, by the names under which they are known everywhere. */
function isVolatile(name: string | undefined): boolean {
  return (
    name !== undefined &&
    /^(?:now|random\w*|uuid\w*|v[1-7]|nanoid|ulid|cuid\w*|createId|mkdtemp\w*|make[Tt]emp\w*|hrtime|shift|pop|splice|next)$/iu.test(
      name,
    )
  );
}

/**
 * Functions that call one another inside of a third are followed this deep, where they are called; behind
 * that their summaries stand for them.
 */
const MAX_FOLLOWED = 2;

/** A call of a function that this file shows. */
function functionCall(walk: Walk, call: Call): Value | undefined {
  const form = functionOf(walk, call);
  if (!form || call.instruction.construct) return undefined;
  walk.walked.add(form);
  const waited = walk.foreignWaits;
  const result = runFunction(walk, call, form);
  if (form.async) noteGated(walk, call.instruction, waited);
  return result;
}

/** In place where its arguments or its variables have values here, by its summary elsewhere. */
function runFunction(walk: Walk, call: Call, form: FunctionForm): Value {
  const takesCallback = call.args.some((argument) => argument.term.kind === 'closure');
  // A rest parameter's elements are known only here.
  const takesRest = form.parameterForms.some((parameter) => parameter.rest);
  // Locals of a function that is being walked have values here.
  const capturesRunning =
    walk.frames.some((frame) => form.captures.has(frame.form)) || changesLocalsOf(walk, form);
  const needsItsPlace = takesCallback || takesRest || capturesRunning;
  if (needsItsPlace && walk.followed < MAX_FOLLOWED && walk.canInline(form)) {
    for (const argument of call.args)
      if (argument.term.kind === 'closure') walk.walked.add(argument.term.form);
    walk.followed++;
    const { suspensions } = walk.state;
    const result = walk.enter(form, call.args, isOverlapping(walk, call, form));
    // An async function gives its promise at once; what waits for it is an await of the caller's.
    if (form.async) walk.waits.goOnFrom(suspensions);
    walk.followed--;
    return asKey(walk, call, result);
  }
  const summary = walk.context.summaries.of(form);
  if (!summary) return valueOf(call.term, union(...call.args.map((argument) => walk.wholeSources(argument))));
  return asKey(walk, call, applySummary(walk, form, summary, call));
}

/** A function that changes locals of the walked one, which others that outlive it share. */
function changesLocalsOf({ root, context }: Walk, { captures, storesTo, sets }: FunctionForm): boolean {
  if (!captures.has(root)) return false;
  const { definitions } = context.definitions.program;
  const isLocal = (object: Temp): boolean => {
    const definition = definitions[object];
    return definition?.op === 'load' && definition.variable.owner === root;
  };
  return [...storesTo].some(({ owner }) => owner === root) || sets.some(({ object }) => isLocal(object));
}

/** `tasks.push(work())` in a loop: the next one starts before this one ends. */
function isOverlapping(walk: Walk, call: Call, form: FunctionForm): boolean {
  if (!form.async || walk.context.definitions.program.awaited.has(call.instruction.to)) return false;
  return walk.loopDepth > 0 || isWorkerLoop(form);
}

/** `void (async () => { while (running) { await next(); … } })()`: it goes on beside the function that started it. */
function isWorkerLoop({ body }: FunctionForm): boolean {
  return someIn(
    body,
    (each) =>
      each.op === 'loop' &&
      !each.header.some((step) => step.op === 'compute' && /^(?:element|key)$/u.test(step.operator)) &&
      someIn(each.body, ({ op }) => op === 'suspend'),
  );
}

/**
 * What a helper gives where its body does not reduce to a term: equal calls give equal values, as for
 * functions that the file does not show. What comes from reads, or is new each time, stays what it is.
 */
function asKey(walk: Walk, call: Call, result: Value): Value {
  const { program } = walk.context.definitions;
  const fromReads = [...result.sources].some((source) => source.kind === 'read');
  if (fromReads || result.parts || !holdsMade(result.term) || isPrivateKey(result.term, program))
    return result;
  return { ...result, term: call.term };
}

function holdsMade(term: Term): boolean {
  switch (term.kind) {
    case 'made':
      return true;
    case 'concat':
      return term.parts.some(holdsMade);
    case 'call':
      return holdsMade(term.callee) || term.arguments.some(holdsMade);
    case 'compute':
      return term.operands.some(holdsMade);
    case 'member':
      return holdsMade(term.object);
    case 'either':
      return term.options.some(holdsMade);
    default:
      return false;
  }
}

export function functionOf(walk: Walk, call: Call): FunctionForm | undefined {
  const { callee } = call;
  if (callee.kind === 'closure') return callee.form;
  if (callee.kind !== 'member') return undefined;
  return walk.context.receivers.objects.methodOf(callee.object, callee.name);
}

/** A function that nothing is known of: what goes in may come out, and its callbacks may run. */
function unknownCall(walk: Walk, call: Call): Value {
  walk.context.outcomes.noteChecked(call.args);
  noteSettled(walk, call);
  const settle = settlerOf(walk, call);
  const own = call.args
    .filter((argument) => argument.term.kind !== 'closure')
    .map((argument) => walk.wholeSources(argument));
  let sources = isAnswered(call.callee) ? NO_SOURCES : union(call.object?.sources ?? NO_SOURCES, ...own);
  for (const argument of call.args) {
    // What stands in a template is called later: a listener of an element.
    if (argument.term.kind !== 'closure' || call.instruction.tagged) continue;
    const given = settle ? [settle] : [];
    const run = (): Value | undefined => runCallback(walk, argument, given, { sources, optional: true });
    const result = isNodeCallback(argument.term) ? walk.waits.behindSuspension(call.instruction, run) : run();
    if (result) sources = union(sources, walk.wholeSources(result));
  }
  return (settle && settledWith(walk, settle)) ?? valueOf(call.term, sources);
}

/** `(error, result) => …` runs when the answer has come; `(e) => …` alone is a listener. */
function isNodeCallback(term: Term): boolean {
  if (term.kind !== 'closure') return false;
  const [first, second] = term.form.parameterForms;
  const name = first?.name ?? '';
  return /^_?err(?:or)?$/u.test(name) || (second !== undefined && /^_?e$/u.test(name));
}
