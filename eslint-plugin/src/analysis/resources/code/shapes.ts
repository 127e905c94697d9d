/** Calls taken apart: chains of a query, objects written out in arguments, SQL as text. */
import type { CallInstruction, Temp } from '../../lower/program.js';
import type { ProgramIndex } from './program-index.js';
import { collectReturns } from './returns.js';

/** A named value somewhere in an argument. */
export interface Entry {
  readonly name: string;
  readonly value: Temp;
}

const MAX_DEPTH = 5;

/** The properties of an object that is written out, where it stands or where its one variable is set. */
export function entriesOf(temp: Temp | undefined, index: ProgramIndex, depth = 0): Entry[] {
  const literal = objectAt(temp, index, depth);
  return (literal?.entries ?? []).flatMap((entry) => {
    if (entry.kind === 'spread') return depth < MAX_DEPTH ? entriesOf(entry.value, index, depth + 1) : [];
    return 'name' in entry.property ? [{ name: entry.property.name, value: entry.value }] : [];
  });
}

function objectAt(
  temp: Temp | undefined,
  index: ProgramIndex,
  depth: number,
): ReturnType<ProgramIndex['definitions']['objectOf']> {
  const definition = temp === undefined ? undefined : index.program.definitions[temp];
  if (!definition || depth > MAX_DEPTH) return undefined;
  if (definition.op === 'object') return definition;
  if (definition.op === 'compute' && definition.operator === 'as')
    return objectAt(definition.operands[0], index, depth + 1);
  // `JSON.stringify({ … })` and `new Headers({ … })` hold what they are given.
  if (definition.op === 'call')
    return (
      objectAt(madeBy(definition, index), index, depth + 1) ??
      objectAt(definition.arguments[0]?.value, index, depth + 1)
    );
  if (definition.op !== 'load') return undefined;
  const { writes } = definition.variable;
  return writes.length === 1 ? objectAt(writes[0], index, depth + 1) : undefined;
}

/** What a function of the program gives, where that is one thing: `headers: this.headers()`. */
function madeBy(call: CallInstruction, index: ProgramIndex): Temp | undefined {
  const form = index.calleeForm(call);
  const returned = form ? collectReturns(form.body) : [];
  return returned.length === 1 ? returned[0] : undefined;
}

/** True where an object is written out with nothing unknown spread into it. */
export function isWrittenOut(temp: Temp | undefined, index: ProgramIndex, depth = 0): boolean {
  const literal = objectAt(temp, index, depth);
  return (
    literal !== undefined &&
    literal.entries.every(
      (entry) =>
        entry.kind !== 'spread' || (depth < MAX_DEPTH && isWrittenOut(entry.value, index, depth + 1)),
    )
  );
}

/** All named values in an argument, those in objects and lists in it too. */
export function deepEntries(temp: Temp | undefined, index: ProgramIndex, depth = 0): Entry[] {
  if (temp === undefined || depth > MAX_DEPTH) return [];
  const definition = index.program.definitions[temp];
  if (definition?.op === 'array')
    return definition.elements.flatMap((element) => deepEntries(element.value, index, depth + 1));
  // `JSON.stringify({ … })`, `new PutCommand({ … })`.
  if (definition?.op === 'call')
    return [...definition.arguments.map(({ value }) => value), madeBy(definition, index)].flatMap((value) =>
      deepEntries(value, index, depth + 1),
    );
  return entriesOf(temp, index).flatMap((entry) => [entry, ...deepEntries(entry.value, index, depth + 1)]);
}

export function entryOf(temp: Temp | undefined, name: string, index: ProgramIndex): Temp | undefined {
  return entriesOf(temp, index).findLast((entry) => entry.name === name)?.value;
}

/** The calls of a chain, the last one first: `db.update(t).set(v).where(c)`, also where a variable holds its start. */
export function chainOf(call: CallInstruction, index: ProgramIndex): CallInstruction[] {
  return follow(call, index, true);
}

/** The calls of a chain as it is written, the last one first. */
export function receiverChainOf(call: CallInstruction, index: ProgramIndex): CallInstruction[] {
  return follow(call, index, false);
}

/** Steps at the end of a chain that only run what stands before them. */
const RUNS = /^(?:promise|exec|execute|toPromise|lean|orFail|run|json|text)$/u;

/** The call that another one, at the end of its chain, only runs: `sns.publish(message).promise()`. */
export function ranBy(call: CallInstruction, index: ProgramIndex): CallInstruction | undefined {
  if (call.arguments.length > 0 || !RUNS.test(index.calledName(call) ?? '')) return undefined;
  return follow(call, index, false)[1];
}

function follow(call: CallInstruction, index: ProgramIndex, throughVariables: boolean): CallInstruction[] {
  const chain = [call];
  for (let each = call; chain.length < 40;) {
    const object: Temp | undefined = each.callee.kind === 'member' ? each.callee.object : undefined;
    const before: CallInstruction | undefined =
      object === undefined ? undefined : callBehind(object, index, throughVariables, 0);
    if (!before || chain.includes(before)) break;
    chain.push(before);
    each = before;
  }
  return chain;
}

function callBehind(
  temp: Temp,
  index: ProgramIndex,
  throughVariables: boolean,
  depth: number,
): CallInstruction | undefined {
  const definition = index.program.definitions[temp];
  if (!definition || depth > 6) return undefined;
  if (definition.op === 'call') return definition;
  if (definition.op === 'get') return callBehind(definition.object, index, throughVariables, depth + 1);
  if (
    throughVariables &&
    definition.op === 'load' &&
    definition.variable.writes.length === 1 &&
    definition.variable.kind === 'local'
  ) {
    const [only] = definition.variable.writes;
    const made = only === undefined ? undefined : index.program.definitions[only];
    return made?.op === 'call' && !made.construct ? made : undefined;
  }
  return undefined;
}

/** The name at the start of a chain, and the names on the way: `prisma.document` gives both. */
export function receiverPath(call: CallInstruction, index: ProgramIndex): string[] {
  const first = follow(call, index, false).at(-1);
  if (!first) return [];
  const names: string[] = [];
  let temp =
    first.callee.kind === 'member'
      ? first.callee.object
      : first.callee.kind === 'value'
        ? first.callee.value
        : undefined;
  while (temp !== undefined && names.length < 8) {
    const definition = index.program.definitions[temp];
    const name = index.nameOf(temp);
    if (name !== undefined) names.unshift(name);
    temp =
      definition?.op === 'get'
        ? definition.object
        : definition?.op === 'suspend'
          ? definition.from
          : undefined;
  }
  return names;
}

/** A text that a call is given, with `⟨n` where its n-th value stands: a tagged template, or a template with holes. */
export interface GivenText {
  readonly text: string;
  /** The values that stand for `⟨n`. */
  readonly holes: readonly Temp[];
  /** The list of values for `$1`, `?`. */
  readonly values: Temp | undefined;
}

export function textOf(call: CallInstruction, index: ProgramIndex): GivenText | undefined {
  const [first, second] = call.arguments;
  if (!first) return undefined;
  if (call.tagged) {
    const holes = call.arguments.slice(1).map(({ value }) => value);
    const strings = index.program.definitions[first.value];
    if (strings?.op !== 'array') return undefined;
    const texts = strings.elements.map((element) => constantText(element.value, index) ?? '');
    return {
      text: texts.map((text, at) => (at < holes.length ? `${text}⟨${at}` : text)).join(''),
      holes,
      values: undefined,
    };
  }
  // `query({ text, values })`, `execute(sql\`…\`)`.
  const inner = index.program.definitions[first.value];
  if (inner?.op === 'call') return textOf(inner, index);
  const own = entryOf(first.value, 'text', index) ?? entryOf(first.value, 'sql', index);
  const given = templateText(own ?? first.value, index, 0);
  if (!given) return undefined;
  return { ...given, values: own === undefined ? second?.value : entryOf(first.value, 'values', index) };
}

function templateText(
  temp: Temp,
  index: ProgramIndex,
  depth: number,
): { text: string; holes: readonly Temp[] } | undefined {
  const definition = index.program.definitions[temp];
  if (!definition || depth > 6) return undefined;
  if (definition.op === 'load' && definition.variable.writes.length === 1) {
    const [only] = definition.variable.writes;
    return only === undefined ? undefined : templateText(only, index, depth + 1);
  }
  if (definition.op === 'literal')
    return typeof definition.value === 'string' ? { text: definition.value, holes: [] } : undefined;
  if (definition.op !== 'compute' || (definition.operator !== 'template' && definition.operator !== '+'))
    return undefined;
  const holes: Temp[] = [];
  const parts = definition.operands.map((operand) => {
    const text = constantText(operand, index) ?? templateText(operand, index, depth + 1)?.text;
    if (text !== undefined) return text;
    holes.push(operand);
    return `⟨${holes.length - 1}`;
  });
  return { text: parts.join(''), holes };
}

export function constantText(temp: Temp | undefined, index: ProgramIndex): string | undefined {
  const term = temp === undefined ? undefined : index.termOf(temp);
  return term?.kind === 'constant' && typeof term.value === 'string' ? term.value : undefined;
}

/** The elements of a list that is written out. */
export function elementsOf(temp: Temp | undefined, index: ProgramIndex, depth = 0): readonly Temp[] {
  const definition = temp === undefined ? undefined : index.program.definitions[temp];
  if (definition?.op === 'array') return definition.elements.map((element) => element.value);
  if (definition?.op === 'load' && definition.variable.writes.length === 1 && depth < 4)
    return elementsOf(definition.variable.writes[0], index, depth + 1);
  return [];
}
