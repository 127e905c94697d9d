/** Which keys and values stand in a call's arguments, by the store's model. */
import { familyOf, type ArgumentRef, type MethodModel } from '../../stores/model.js';
import { pathTerm } from '../resources/paths.js';
import type { Receiver } from '../resources/receiver.js';
import type { Term } from '../resources/terms.js';
import { structuralTerm, type Call } from './calls.js';
import { getMember } from './evaluate.js';
import { union, valueOf, type Value } from './value.js';
import type { Walk } from './walk.js';

export function writtenBy(
  walk: Walk,
  call: Call,
  receiver: Receiver,
  method: MethodModel,
): Value | undefined {
  if (method.property !== undefined && call.object) {
    const value = getMember(walk, call.object, { name: method.property });
    return { ...value, sources: walk.wholeSources(value) };
  }
  if (method.copies !== undefined) return copied(walk, call, receiver, method.copies);
  return method.value === undefined ? undefined : combined(walk, at(walk, call, receiver, method.value));
}

/** What was last written under the key that is copied or moved. */
function copied(walk: Walk, call: Call, receiver: Receiver, from: ArgumentRef): Value | undefined {
  const [key] = keysAt(walk, call, receiver, from);
  const write = walk.accesses.findLast(
    (each) => each.key === key && each.receiver.root === receiver.root && each.written !== undefined,
  );
  return write?.written;
}

/** The keys that stand where `ref` says; spellings of one path are one key. */
export function keysAt(walk: Walk, call: Call, receiver: Receiver, ref: ArgumentRef): Term[] {
  return at(walk, call, receiver, ref).map((value) => {
    // Lists that are written out are one key where their elements are: a namespace.
    const term = value.parts?.has('0') ? structuralTerm(walk, value) : value.term;
    return keyTerm(walk, receiver, term);
  });
}

/** The key that a value names, as the store has it. */
export function keyTerm(walk: Walk, receiver: Receiver, term: Term): Term {
  if (familyOf(receiver.model) !== 'files') return term;
  // A handle stands for its path, and a database for its adapter's.
  const object = walk.context.receivers.recognise(term);
  return object?.key && object.key !== term
    ? keyTerm(walk, object, object.key)
    : pathTerm(walk.context.definitions, term);
}

/** The values that stand where `ref` says. */
export function at(walk: Walk, call: Call, receiver: Receiver, ref: ArgumentRef): Value[] {
  if (typeof ref === 'number') {
    const value = call.args[ref];
    // `get(['a'])` is a list of one; a key that is itself a list is not a thing.
    return value && !isCallback(value) ? [value] : [];
  }
  if ('of' in ref) return receiver.key ? [valueOf(receiver.key)] : [];
  if ('together' in ref) return together(walk, call, ref.together);
  if ('names' in ref) return namesIn(walk, call.args[ref.names]);
  if ('first' in ref) {
    for (const each of ref.first) {
      const found = at(walk, call, receiver, each);
      if (found.length > 0) return found;
    }
    return [];
  }
  if ('constant' in ref) return [valueOf(walk.terms.constant(ref.constant))];
  if ('from' in ref) {
    return call.args
      .slice(ref.from)
      .filter((value) => !isCallback(value))
      .flatMap((value) => (value.parts && value.parts.size > 0 ? [...value.parts.values()] : [value]));
  }
  // What earlier links of a call were given, only those who read records as a whole ask for.
  if ('link' in ref) return [];
  const holder = call.args[ref.at];
  if (!holder) return [];
  if ('path' in ref) return ref.path.reduce(step, [holder]);
  const elements = holder.parts?.has('0') ? [...holder.parts.values()] : [holder];
  return elements.flatMap((element) => {
    const part = element.parts?.get(ref.property);
    // `eval(script, { keys: [key] })`
    if (part?.parts?.has('0')) return [...part.parts.values()];
    // A list that is not written out holds the property somewhere.
    return part ? [part] : element.parts ? [] : [element];
  });
}

/** Arguments that are one key together: equal keys are one term. */
function together(walk: Walk, call: Call, positions: readonly number[]): Value[] {
  const parts = positions.flatMap((position) => {
    const value = call.args[position];
    return value && !isCallback(value) ? [value] : [];
  });
  if (parts.length === 0) return [];
  const terms = parts.map((part) => keyPart(walk, part));
  return [valueOf(walk.terms.compute('key', terms), union(...parts.map((part) => part.sources)))];
}

/** A list that is written out is equal to another one of the same elements. */
function keyPart(walk: Walk, { term, parts }: Value): Term {
  if (term.kind !== 'made' || !parts || walk.state.isChanged(term)) return term;
  return walk.terms.compute(
    'key',
    [...parts.values()].map((part) => keyPart(walk, part)),
  );
}

/** `'a'`, `['a', 'b']`, `{ a: 0, b: [] }`. */
function namesIn(walk: Walk, named: Value | undefined): Value[] {
  if (!named || isCallback(named) || isNull(named)) return [];
  const value = named.parts ? named : spelledOut(walk, named);
  if (!value.parts || value.parts.size === 0) return [value];
  if (value.parts.has('0')) return [...value.parts.values()];
  return [...value.parts.keys()].map((name) => valueOf(walk.terms.constant(name)));
}

/** What a constant holds: `const DEFAULTS = { volume: 1 }`, `const KEYS = ['volume']`. */
function spelledOut(walk: Walk, value: Value): Value {
  const { definitions } = walk.context;
  const { term } = value;
  const only =
    term.kind === 'variable' && term.variable.writes.length === 1 ? term.variable.writes[0] : undefined;
  const list = only === undefined ? undefined : definitions.program.definitions[only];
  const elements =
    list?.op === 'array'
      ? list.elements.map((element, index) => [String(index), element.value] as const)
      : (definitions.objectOf(term)?.entries ?? []).flatMap((entry) =>
          entry.kind === 'property' && 'name' in entry.property
            ? [[entry.property.name, entry.value] as const]
            : [],
        );
  if (elements.length === 0) return value;
  return {
    ...value,
    parts: new Map(elements.map(([name, temp]) => [name, valueOf(definitions.termOf(temp))])),
  };
}

/** What lies one step deeper; nothing where it is not written out. */
function step(values: readonly Value[], name: string): Value[] {
  return values.flatMap((value) => {
    if (name === '*') return value.parts?.has('0') ? [...value.parts.values()] : [];
    return value.parts?.get(name) ?? [];
  });
}

function combined(walk: Walk, values: readonly Value[]): Value | undefined {
  const [first] = values;
  if (!first) return undefined;
  const sources = union(...values.map((value) => walk.wholeSources(value)));
  return { ...first, sources };
}

/** `get(null)` names nothing: it asks for all. */
function isNull({ term }: Value): boolean {
  return term.kind === 'constant' && (term.value === null || term.value === undefined);
}

export function isCallback({ term }: Value): boolean {
  if (term.kind !== 'parameter') return term.kind === 'closure';
  return /^(?:cb|callback|done)$/u.test(term.form.parameterForms[term.index]?.name ?? '');
}
