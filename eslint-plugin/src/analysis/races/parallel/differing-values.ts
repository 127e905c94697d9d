/** Whether tasks that write the same write what differs: a value of their own each, or another one as it turns out. */
import { familyOf } from '../../../stores/model.js';
import type { FlowAccess, Value } from '../../flow/value.js';
import type { Block, BranchInstruction, CallInstruction, FunctionForm } from '../../lower/program.js';
import { instructionsOf } from '../../resources/code/instructions.js';
import type { Term } from '../../resources/terms.js';
import type { RaceContext } from '../context.js';
import { derivationOf } from '../derivation.js';
import { holds } from './task-members.js';
import { calledForm } from '../places.js';
import { columnsOf } from './row-overlap.js';
import { dependsOnRun } from './variation.js';

/** Helpers of helpers are followed so far. */
const MAX_DEPTH = 4;

/** True where what is written comes from the element that a task is for, or from what the task has waited for. */
export function differsByTask(
  access: FlowAccess,
  bodies: ReadonlySet<FunctionForm>,
  context: RaceContext,
): boolean {
  const differs = (value: Value | undefined): boolean =>
    dependsOnRun(value, bodies, context) ||
    (value !== undefined && isDecidedByTask(value.term, bodies, context));
  // What goes into a stream is told elsewhere.
  if (/^createWriteStream$/u.test(access.method) || givesWhatItWaitedFor(access, bodies, context))
    return true;
  if (familyOf(access.receiver.model) !== 'rows')
    return differs(access.written) || copiesOwn(access, bodies, context);
  const columns = columnsOf(access);
  if (access.written?.computed !== undefined) return false;
  if (!columns) return differs(access.written);
  return [...columns.values()].some(differs);
}

/** `for (let n = 0; n < 8; n++) writes.push(save(path, render(n)))`: the text names what each round changes. */
export function differsByRound(
  { instruction }: FlowAccess,
  bodies: ReadonlySet<FunctionForm>,
  context: RaceContext,
): boolean {
  if (instruction.op !== 'call') return false;
  return instruction.arguments.some(({ value }) =>
    dependsOnRun({ term: context.flow.definitions.termOf(value), sources: new Set() }, bodies, context),
  );
}

/** `copyFile(candidate, current)`: what is written is the file that another argument names. */
function copiesOwn(
  { instruction, method }: FlowAccess,
  bodies: ReadonlySet<FunctionForm>,
  context: RaceContext,
): boolean {
  if (instruction.op !== 'call' || !/^(?:copy|copyFile|cp|move|rename)$/u.test(method)) return false;
  const [source] = instruction.arguments;
  if (!source) return false;
  const term = context.flow.definitions.termOf(source.value);
  return dependsOnRun({ term, sources: new Set() }, bodies, context);
}

/** What it is given was waited for in the task: the answer of a model, a page, a job. */
function givesWhatItWaitedFor(
  { instruction }: FlowAccess,
  bodies: ReadonlySet<FunctionForm>,
  context: RaceContext,
): boolean {
  if (instruction.op !== 'call') return false;
  const given = instruction.arguments.map(({ value }) => value);
  const { calls } = derivationOf(given, context);
  return calls.some(
    (call) => context.program.awaited.has(call.to) && [...bodies].some((body) => holds(body.at, call.at)),
  );
}

/**
 * One of two writes of a task is made, as it turns out, and the two write different things: `passed` where the task went
 * well, and `failed` in its handler. Whoever comes last says how all of them went.
 */
export function areAlternatives(first: FlowAccess, second: FlowAccess, context: RaceContext): boolean {
  return (
    writeOtherValues(first, second) && areApart(callOf(first), callOf(second), { first, second, context }, 0)
  );
}

/** Texts, numbers and flags that are not the same. */
function writeOtherValues(first: FlowAccess, second: FlowAccess): boolean {
  const [one, other] = [toldBy(first), toldBy(second)];
  return [...one].some(([name, value]) => {
    const beside = other.get(name);
    return isTold(value.term) && beside !== undefined && isTold(beside.term) && beside.term !== value.term;
  });
}

/** A constant, or a text that begins with one. */
function isTold(term: Term): boolean {
  return (
    (term.kind === 'constant' && term.value !== undefined) ||
    (term.kind === 'concat' && term.parts.some(({ kind }) => kind === 'constant'))
  );
}

function toldBy(access: FlowAccess): ReadonlyMap<string, Value> {
  const { written } = access;
  if (!written) return new Map();
  if (familyOf(access.receiver.model) === 'rows') return columnsOf(access) ?? new Map<string, Value>();
  return written.parts ?? new Map([['', written]]);
}

function callOf({ via, instruction }: FlowAccess): CallInstruction | undefined {
  if (via) return via.call;
  return instruction.op === 'call' ? instruction : undefined;
}

interface Pair {
  readonly first: FlowAccess;
  readonly second: FlowAccess;
  readonly context: RaceContext;
}

/** The two calls stand in two arms of one function; or they are one call, in whose function the two stand apart. */
function areApart(
  one: CallInstruction | undefined,
  other: CallInstruction | undefined,
  pair: Pair,
  depth: number,
): boolean {
  if (!one || !other || depth > MAX_DEPTH) return false;
  if (one !== other) return excludeEachOther(one, other, pair.context);
  const form = calledForm(one, pair.context);
  const inner = form && pair.context.flow.summaries.of(form);
  if (!inner) return false;
  const within = (access: FlowAccess): readonly FlowAccess[] =>
    inner.accesses.filter((each) => each.instruction === access.instruction);
  return within(pair.first).some((first) =>
    within(pair.second).some(
      (second) =>
        first !== second &&
        writeOtherValues(first, second) &&
        areApart(callOf(first), callOf(second), pair, depth + 1),
    ),
  );
}

function excludeEachOther(one: CallInstruction, other: CallInstruction, { program }: RaceContext): boolean {
  const instructions = instructionsOf(program);
  const [first, second] = [one, other]
    .sort((left, right) => left.at.start - right.at.start)
    .map((call) => instructions.placeOf(call));
  if (!first || !second || first.form !== second.form) return false;
  const isPrefix = (inner: readonly Block[], outer: readonly Block[]): boolean =>
    inner.every((block, index) => outer[index] === block);
  if (isPrefix(first.blocks, second.blocks)) return false;
  if (!isPrefix(second.blocks, first.blocks)) return true;
  // `if (isGood) { await save('good'); return; } await save('bad');`
  const last = first.blocks.at(-1)?.at(-1);
  return last?.op === 'exit' && (last.how === 'return' || last.how === 'throw');
}

/** `isGood ? 'passed' : 'failed'`, decided in the task by what it has found. */
function isDecidedByTask(term: Term, bodies: ReadonlySet<FunctionForm>, context: RaceContext): boolean {
  if (term.kind !== 'either') return false;
  const { at, options } = term;
  if (new Set(options.filter(isTold)).size < 2) return false;
  // Where an expression branches, a join is named by its value; elsewhere by where the statement starts.
  const branch = instructionsOf(context.program).branches.find(
    ({ instruction }) =>
      (instruction.to === at || instruction.at.start === at) &&
      [...bodies].some((body) => holds(body.at, instruction.at)),
  );
  if (branch) return isTestOfTask(branch.instruction, bodies, context);
  return [...bodies].some((body) => body.at.start <= at && at < body.at.end);
}

function isTestOfTask(
  { test }: BranchInstruction,
  bodies: ReadonlySet<FunctionForm>,
  context: RaceContext,
): boolean {
  const value = { term: context.flow.definitions.termOf(test), sources: new Set<never>() };
  return dependsOnRun(value, bodies, context);
}
