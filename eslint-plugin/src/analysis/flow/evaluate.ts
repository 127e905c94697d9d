/** What each instruction gives: the value of an expression in the state at hand. */
import type { Property, SetInstruction, ValueInstruction, Variable } from '../lower/program.js';
import { castTerm, computeTerm } from '../resources/definitions.js';
import type { Term } from '../resources/terms.js';
import { evaluateCall } from './calls.js';
import { NO_SOURCES, narrow, union, valueOf, type Sources, type Value } from './value.js';
import { elementOf, placeOf, readProperty, readVariable, writeProperty } from './memory.js';
import type { Walk } from './walk.js';

export function evaluate(walk: Walk, instruction: Exclude<ValueInstruction, { op: 'branch' }>): Value {
  const { terms } = walk;
  switch (instruction.op) {
    case 'literal':
      return walk.values.get(instruction.to) ?? valueOf(walk.context.definitions.termOf(instruction.to));
    case 'load':
      return readVariable(walk, instruction.variable, loadVariable(walk, instruction.variable), instruction);
    case 'this':
      return valueOf(walk.context.definitions.termOf(instruction.to));
    case 'get':
      return readMember(walk, instruction);
    case 'suspend': {
      const value = walk.read(instruction.from);
      if (value.term.kind === 'call') walk.context.answers.add(value.term);
      walk.waits.resumeBehind(instruction.from);
      walk.suspend(instruction);
      return walk.refresh(value);
    }
    case 'call':
      return evaluateCall(walk, instruction);
    case 'compute': {
      const operands = instruction.operands.map((operand) => walk.read(operand));
      const [first] = operands;
      const { operator } = instruction;
      if (operator === 'as' && first)
        return { ...first, term: castTerm(terms, first.term, instruction.annotation) };
      const sources = union(...operands.map((operand) => walk.wholeSources(operand)));
      if (first && (operator === '!' || isComparison(operator))) walk.context.outcomes.noteChecked(operands);
      if (operator === 'element' && first)
        return valueOf(elementOf(walk, first.term, instruction.to), sources);
      if (
        operator === 'element' ||
        operator === 'key' ||
        operator === 'caught' ||
        operator === 'rest' ||
        operator === 'unknown'
      ) {
        return valueOf(terms.made(instruction.to), sources);
      }
      const made = operands.map((operand) => operand.term);
      const term =
        operator === 'default' && first
          ? terms.either(made, instruction.to)
          : walk.context.definitions.linked(computeTerm(terms, operator, made));
      if (term.kind === 'compute') walk.context.computations.set(term, instruction.operands);
      const [, second] = operands;
      if (operator === 'in' && first && second)
        return readEntry(walk, first.term, second.term, valueOf(term, sources), instruction);
      return valueOf(term, sources);
    }
    case 'object':
      return makeObject(walk, instruction);
    case 'array':
      return makeArray(walk, instruction);
    case 'closure':
      // One that captures no locals is walked by itself.
      if (instruction.form.capturesLocals && walk.context.isWorthWalking(instruction.form))
        walk.pending.push(instruction.form);
      return valueOf(terms.closure(instruction.form));
    case 'class':
      return valueOf(terms.class(instruction.form));
  }
}

/** `id in jobs` looks at `jobs[id]`. */
function readEntry(walk: Walk, key: Term, object: Term, value: Value, instruction: ValueInstruction): Value {
  const entry =
    key.kind === 'constant' ? walk.terms.member(object, String(key.value)) : walk.terms.index(object, key);
  return readProperty(walk, object, entry, value, instruction);
}

/** A value kept in a variable of a store's type is that store, whatever gave it. */
export function stored(walk: Walk, variable: Variable, value: Value): Value {
  if (!variable.annotation) return value;
  const term = castTerm(walk.terms, value.term, variable.annotation);
  return term !== value.term && walk.context.receivers.recognise(term) ? { ...value, term } : value;
}

export function loadVariable(walk: Walk, variable: Variable): Value {
  const value = walk.state.variables.get(variable);
  if (value) return walk.refresh(value);
  const term = walk.context.definitions.termOfVariable(variable);
  return walk.refresh(valueOf(term));
}

function readMember(walk: Walk, instruction: Extract<ValueInstruction, { op: 'get' }>): Value {
  const object = walk.read(instruction.object);
  const value = getMember(walk, object, instruction.property);
  const holder = placeOf(walk, instruction.object, object.term);
  return readProperty(walk, holder, memberTerm(walk, holder, instruction.property), value, instruction);
}

function memberTerm(walk: Walk, object: Term, property: Property): Term {
  return 'name' in property
    ? walk.terms.member(object, property.name)
    : walk.terms.index(object, walk.read(property.computed).term);
}

export function getMember(walk: Walk, object: Value, property: Property): Value {
  const { state } = walk;
  if (!('name' in property)) {
    const key = walk.read(property.computed);
    const term = walk.terms.index(object.term, key.term);
    // What a table gives for a key comes from the key too.
    return walk.refresh(
      state.members.get(term) ?? valueOf(term, union(object.sources, walk.wholeSources(key))),
    );
  }
  const { name } = property;
  const term = walk.context.definitions.memberOf(object.term, name);
  const stored = state.members.get(walk.terms.member(object.term, name)) ?? state.members.get(term);
  if (stored) return walk.refresh(stored);
  const part = object.parts?.get(name);
  if (part) return walk.refresh(part);
  if (object.parts && object.sources.size === 0 && !state.isChanged(object.term)) return valueOf(term);
  return walk.refresh(valueOf(term, narrow(object.sources, name)));
}

export function setMember(walk: Walk, instruction: SetInstruction): void {
  const object = walk.read(instruction.object);
  const value = walk.read(instruction.from);
  const term = memberTerm(walk, object.term, instruction.property);
  const holder = placeOf(walk, instruction.object, object.term);
  writeProperty(walk, holder, memberTerm(walk, holder, instruction.property), value, instruction);
  walk.state.members.set(term, value);
  walk.state.take(object.term, walk.wholeSources(value));
}

export function makeArray(walk: Walk, instruction: Extract<ValueInstruction, { op: 'array' }>): Value {
  const elements: Value[] = [];
  let known = true;
  for (const element of instruction.elements) {
    const value = walk.read(element.value);
    if (element.spread && value.parts && value.sources.size === 0) elements.push(...value.parts.values());
    else {
      known &&= !element.spread;
      elements.push(value);
    }
  }
  const sources = union(...elements.map((element) => walk.wholeSources(element)));
  const parts = known ? new Map(elements.map((element, index) => [String(index), element])) : undefined;
  return valueOf(walk.terms.made(instruction.to), sources, parts);
}

export function makeObject(walk: Walk, instruction: Extract<ValueInstruction, { op: 'object' }>): Value {
  const parts = new Map<string, Value>();
  const computed: { key: Term; value: Value }[] = [];
  let sources: Sources = NO_SOURCES;
  let exact = true;
  for (const entry of instruction.entries) {
    const value = walk.read(entry.value);
    if (entry.kind === 'property' && 'name' in entry.property) {
      parts.set(entry.property.name, value);
      continue;
    }
    if (entry.kind === 'property' && 'computed' in entry.property) {
      computed.push({ key: walk.read(entry.property.computed).term, value });
      sources = union(sources, walk.wholeSources(value));
      continue;
    }
    exact &&= entry.kind === 'spread' && value.parts !== undefined && value.sources.size === 0;
    sources = union(sources, walk.wholeSources(value));
    if (entry.kind === 'spread') for (const [name, part] of value.parts ?? []) parts.set(name, part);
  }
  // With a spread of something unknown, the named parts are still known; the rest is in `sources`.
  const own = exact && computed.length === 0 ? NO_SOURCES : sources;
  const value = valueOf(walk.terms.made(instruction.to), own, parts);
  return computed.length > 0 ? { ...value, computed } : value;
}

function isComparison(operator: string): boolean {
  return /^(?:[=!]==?|[<>]=?|in|instanceof)$/u.test(operator);
}
