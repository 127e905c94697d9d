/** Accesses of variables, fields and containers that other executions of this process share. */
import { MEMORY } from '../../stores/memory.js';
import type { Instruction, Temp, Variable } from '../lower/program.js';
import { receiverOf } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import { builtinCall } from './builtins.js';
import type { Call } from './calls.js';
import { NO_SOURCES, readSource, union, valueOf, type FlowAccess, type Source, type Value } from './value.js';
import type { Walk } from './walk.js';

/** A place in memory: the object that holds it, and which part of the object it is. */
interface Place {
  readonly root: Term;
  readonly key: Term;
}

/** Reads a variable: its value comes from a read where others can write it. */
export function readVariable(walk: Walk, variable: Variable, value: Value, instruction: Instruction): Value {
  if (!walk.context.shared.isWrittenVariable(variable) || !isSharedVariable(walk, variable)) return value;
  const term = walk.terms.variable(variable);
  const held = isFromBefore(walk, variable)
    ? walk.refresh(valueOf(walk.context.definitions.termOfVariable(variable)))
    : value;
  return read(walk, { root: term, key: term }, held, instruction);
}

/** What a captured variable held when the run began is not what it holds now, where other runs assign to it. */
function isFromBefore(walk: Walk, variable: Variable): boolean {
  if (!walk.context.shared.isReassigned(variable)) return false;
  const before = walk.frames.findLast((frame) => frame.before)?.before?.get(variable);
  return before !== undefined && before === walk.state.variables.get(variable);
}

export function writeVariable(walk: Walk, variable: Variable, value: Value, instruction: Instruction): void {
  if (!walk.context.shared.isWrittenVariable(variable) || !isSharedVariable(walk, variable)) return;
  const term = walk.terms.variable(variable);
  record(walk, { root: term, key: term }, 'write', whole(walk, value), instruction, 'assignment');
}

/** Reads a property of a shared object, `term` being the property. */
export function readProperty(
  walk: Walk,
  object: Term,
  term: Term,
  value: Value,
  instruction: Instruction,
): Value {
  if (!isWrittenProperty(walk, object, term) || !isShared(walk, object)) return value;
  return read(walk, { root: object, key: term }, value, instruction);
}

export function writeProperty(
  walk: Walk,
  object: Term,
  term: Term,
  value: Value,
  instruction: Instruction,
): void {
  if (!isWrittenProperty(walk, object, term) || !isShared(walk, object)) return;
  record(walk, { root: object, key: term }, 'write', whole(walk, value), instruction, 'assignment');
}

/** `{ count: before + 1 }` comes from all that its parts come from. */
function whole(walk: Walk, value: Value): Value {
  return value.parts ? { ...value, sources: walk.wholeSources(value) } : value;
}

function isWrittenProperty(walk: Walk, object: Term, term: Term): boolean {
  const name = term.kind === 'member' ? term.name : term.kind === 'index' ? '*' : undefined;
  return name !== undefined && walk.context.shared.isWrittenProperty(object, name);
}

/** `map.get(key)`, `set.add(key)`, `list.shift()` on a shared container. */
export function containerCall(walk: Walk, call: Call): Value | undefined {
  const { object, name, instruction } = call;
  if (!object || name === undefined) return undefined;
  const { callee } = instruction;
  const root = callee.kind === 'member' ? placeOf(walk, callee.object, object.term) : object.term;
  const method = walk.context.shared.containerMethod(root, name);
  if (!method || !isShared(walk, root)) return undefined;
  const entry = method.of === 'entry' ? call.args[0]?.term : root;
  if (!entry) return undefined;
  const place = { root, key: entry };
  // To reach for the container is not to look into it.
  const held = new Set(
    [...object.sources].filter((source) => source.kind !== 'read' || source.access.key !== root),
  );
  const takesCallback = call.args.some((argument) => argument.term.kind === 'closure');
  const given = takesCallback ? builtinCall(walk, call) : undefined;
  const result = valueOf(call.term, union(held, given?.sources ?? NO_SOURCES));
  // Behind a wait, what was not there before may be there.
  if (walk.state.suspensions) walk.state.empty.delete(call.term);
  if (method.operation === 'read' || method.operation === 'check')
    return read(walk, place, result, instruction, method.operation, name);
  const stored = method.value === undefined ? undefined : call.args[method.value];
  const looked = method.takes ? looksAt(walk, place) : [];
  const written = valueOf(
    stored?.term ?? call.term,
    union(stored ? walk.wholeSources(stored) : new Set(), new Set(looked)),
    stored?.parts,
  );
  record(walk, place, method.operation, written, instruction, name);
  const args = union(...call.args.map((argument) => walk.wholeSources(argument)));
  walk.state.take(object.term, args);
  return valueOf(call.term, union(held, args));
}

/** Who takes the head of a list relies on what he saw there. */
function looksAt(walk: Walk, place: Place): Source[] {
  return walk.accesses.flatMap((access) =>
    access.operation === 'read' && access.receiver.root === place.root && access.key.kind === 'member'
      ? [readSource(access)]
      : [],
  );
}

function read(
  walk: Walk,
  place: Place,
  value: Value,
  instruction: Instruction,
  operation: 'read' | 'check' = 'read',
  method = 'read',
): Value {
  // What it was declared or set to says nothing of what others have set it to, nor which nought a test is about.
  const term = value.term.kind === 'constant' ? place.key : value.term;
  const access = record(walk, place, operation, undefined, instruction, method, term);
  const sources = new Set(value.sources).add(readSource(access));
  return { ...value, term, sources };
}

function record(
  walk: Walk,
  place: Place,
  operation: FlowAccess['operation'],
  written: Value | undefined,
  instruction: Instruction,
  method: string,
  result: Term = place.key,
): FlowAccess {
  const { state } = walk;
  const access: FlowAccess = {
    operation,
    condition: 'none',
    receiver: receiverOf(MEMORY, 'client', 'resolved', place.root),
    method,
    key: place.key,
    many: false,
    keyInValue: false,
    sync: true,
    field: undefined,
    written,
    changedInPlace: false,
    instruction,
    form: walk.form,
    ...(walk.left && { via: walk.left }),
    guards: state.guards,
    control: state.control,
    decisions: state.decisions,
    suspensions: state.suspensions,
    waited: state.waited,
    validated: state.suspensions !== undefined && state.validated === state.suspensions,
    afterDelete: false,
    result,
    outcome: { checked: false },
  };
  walk.accesses.push(access);
  return access;
}

/** The object that an expression reaches into: a captured variable by its name, whatever it holds. */
export function placeOf(walk: Walk, temp: Temp, object: Term): Term {
  const definition = walk.context.definitions.program.definitions[temp];
  const named =
    definition?.op === 'load' && object.kind !== 'variable' && isSharedVariable(walk, definition.variable);
  return named ? walk.terms.variable(definition.variable) : object;
}

/** An element of a container that is walked through: shared where the container is. */
export function elementOf(walk: Walk, container: Term, temp: Temp): Term {
  const element = walk.terms.made(temp);
  walk.context.elements.set(element, container);
  const held =
    container.kind === 'call' && container.callee.kind === 'member' ? container.callee.object : container;
  if (isShared(walk, held) && walk.context.shared.containerOf(held) !== undefined)
    walk.sharedElements.add(element);
  return element;
}

/** True for what other executions hold too: module state, `this`, statics, captured state of a running callback. */
function isShared(walk: Walk, term: Term): boolean {
  switch (term.kind) {
    case 'variable':
      return isSharedVariable(walk, term.variable);
    case 'parameter':
      return walk.context.isDeclaredShared(term.form.parameterForms[term.index]?.name);
    case 'this':
      return walk.root.kind !== 'constructor' && walk.root.kind !== 'initializer';
    case 'class':
      return true;
    case 'made':
      return walk.sharedElements.has(term);
    case 'either':
      // `totals[team] ??= { used: 0 }`: what is there already, or what is put there now.
      return (
        term.options.some((option) => isShared(walk, option)) &&
        term.options.every(
          (option) => option.kind === 'made' || option.kind === 'constant' || isShared(walk, option),
        )
      );
    case 'global':
      return /^(?:exports|module|globalThis|global|window|self)$/u.test(term.name);
    case 'call':
      // An element of a shared container is shared too.
      return (
        term.callee.kind === 'member' &&
        walk.context.shared.containerMethod(term.callee.object, term.callee.name)?.operation === 'read' &&
        isShared(walk, term.callee.object)
      );
    case 'import':
      // Only what another file of the project exports; a library's object is its own business.
      return /^[./~@#]/u.test(term.source) && term.name !== '*';
    case 'member':
    case 'index':
      return isShared(walk, term.object);
    default:
      return false;
  }
}

function isSharedVariable(walk: Walk, variable: Variable): boolean {
  if (walk.context.isDeclaredShared(variable.name)) return true;
  if (variable.kind === 'global' || variable.kind === 'import' || isReactRef(walk, variable)) return false;
  if (variable.owner.kind === 'module' && walk.root.kind !== 'module') return true;
  for (const frame of [...walk.frames].reverse()) {
    if (frame.form === variable.owner) return false;
    if (frame.before) return true;
  }
  return false;
}

/** `const socket = useRef(null)`: one component's own box, by design not part of what it shows. */
function isReactRef(walk: Walk, variable: Variable): boolean {
  const [made, ...others] = variable.writes;
  if (made === undefined || others.length > 0) return false;
  const term = walk.context.definitions.termOf(made);
  if (term.kind !== 'call') return false;
  const { callee } = term;
  return (
    (callee.kind === 'import' || callee.kind === 'global' || callee.kind === 'member') &&
    callee.name === 'useRef'
  );
}
