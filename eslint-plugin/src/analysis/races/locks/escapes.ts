/** Work that is begun under a lock and ends after it was let go of. */
import type { CallInstruction, ExitInstruction, Instruction } from '../../lower/program.js';
import type { Certainty, SourceRange } from '../../race.js';
import type { Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';
import { operandsOf, someIn } from '../../resources/code/blocks.js';
import { outcomeOf } from './outcome.js';
import { calledName } from './pauses.js';
import type { Paths } from '../../resources/code/paths.js';
import type { LockUse } from './uses.js';

export interface Escape {
  readonly write: SourceRange;
  /** Where the lock is let go of before the write is awaited; absent where nothing awaits it. */
  readonly release?: SourceRange;
  readonly certainty: Certainty;
}

/** `try { return work(); } finally { release(); }`: the finalizer runs before the promise settles. */
export function findReturnedPromise(use: LockUse, places: Paths, context: RaceContext): Escape | undefined {
  if (!use.form.async) return undefined;
  const sites = new Set<Instruction>(use.releases.map(({ site }) => site));
  for (const each of places.instructionsOf(use.form)) {
    if (each.op !== 'exit' || each.how !== 'return' || each.at.start < use.acquire.at.start) continue;
    const around = places
      .pathOf(use.form, each)
      ?.find((step) => step.part === 'body' && someIn(step.in.finalizer ?? [], (inner) => sites.has(inner)));
    const call = around && returnedCall(each, context);
    if (!call || use.outcome.has(call.to)) continue;
    const certainty = promiseCertainty(call, use, context);
    if (certainty) return { write: call.at, certainty };
  }
  return undefined;
}

/** A write to a store that holds the lock when it begins, and that nobody waits for. */
export function findUnawaitedWrite(
  use: LockUse,
  summary: Summary,
  places: Paths,
  context: RaceContext,
): Escape | undefined {
  const { program } = context;
  for (const access of summary.accesses) {
    const { instruction, receiver } = access;
    if (access.via || access.form !== use.form || instruction.op !== 'call') continue;
    // Over when it returns: nobody has to wait for it.
    if (access.sync || access.method.endsWith('Sync')) continue;
    if (
      receiver.role !== 'client' ||
      receiver.model.scope === 'process' ||
      access.operation === 'read' ||
      access.operation === 'check'
    )
      continue;
    if (!access.guards.some((guard) => guard.call === use.acquire)) continue;
    if (use.releases.some(({ call }) => call === instruction)) continue;
    if (instruction.arguments.some(({ value }) => program.definitions[value]?.op === 'closure')) continue;
    if (!isUsed(instruction, use, places)) return { write: instruction.at, certainty: 'likely' };
    const release = releaseBeforeWait(instruction, use, places);
    if (release) return { write: instruction.at, release, certainty: 'likely' };
  }
  return undefined;
}

/** `saved = write(); … release(); await saved;`: the release that comes first. */
function releaseBeforeWait(write: CallInstruction, use: LockUse, places: Paths): SourceRange | undefined {
  const instructions = places.instructionsOf(use.form);
  const promise = outcomeOf([write.to], instructions);
  const waits = instructions.filter((each) => each.op === 'suspend' && promise.has(each.from));
  const first = waits[0]?.at.start;
  if (first === undefined || waits.some((each) => each.at.start < first)) return undefined;
  return use.releases.find(({ site }) => write.at.end <= site.at.start && site.at.end <= first)?.call.at;
}

/** True where anything looks at what a call gives. */
export function isUsed({ to }: CallInstruction, use: Pick<LockUse, 'form'>, places: Paths): boolean {
  return places.instructionsOf(use.form).some((each) => operandsOf(each).includes(to));
}

function returnedCall({ from }: ExitInstruction, { program }: RaceContext): CallInstruction | undefined {
  const value = from === undefined ? undefined : program.definitions[from];
  return value?.op === 'call' && !value.construct ? value : undefined;
}

/** Parameters that are told an outcome, and give no promise. */
const TELLS = /^(?:cb|callback|done|next|resolve|reject)$/u;

/** How sure it is that a call gives a promise; undefined where nothing says so. */
function promiseCertainty(call: CallInstruction, use: LockUse, context: RaceContext): Certainty | undefined {
  const { program, flow } = context;
  const { callee } = call;
  const callsParameter = (temp: number): boolean => {
    const definition = program.definitions[temp];
    return (
      definition?.op === 'load' &&
      definition.variable.kind === 'parameter' &&
      definition.variable.owner === use.form &&
      !TELLS.test(definition.variable.name)
    );
  };
  // `withLock(key, fn)` runs what its callers want to have run alone: they wait for something there.
  if (callee.kind === 'value' && callsParameter(callee.value)) return 'likely';
  const term = flow.definitions.termOf(call.to);
  if (term.kind === 'call' && term.callee.kind === 'closure')
    return term.callee.form.async ? 'certain' : undefined;
  if (callee.kind !== 'member') return promiseOfModule(term, context);
  const object = flow.definitions.termOf(callee.object);
  const receiver = flow.receivers.recognise(object);
  if (receiver && receiver.evidence === 'resolved' && !receiver.model.lock) {
    const name = calledName(call, program) ?? '';
    const method = receiver.model.methods[receiver.model.ignoresCase ? name.toLowerCase() : name];
    return method && receiver.role === 'client' && receiver.model.scope !== 'process' ? 'certain' : undefined;
  }
  if ('name' in callee.property) {
    const method = flow.receivers.objects.methodOf(object, callee.property.name);
    if (method) return method.async ? 'certain' : undefined;
    if (WRITES.test(callee.property.name) && isWaitedFor(object, context)) return 'likely';
  }
  return undefined;
}

/** `writeFile(path, text)` of `node:fs/promises`. */
function promiseOfModule(term: Term, { flow }: RaceContext): Certainty | undefined {
  if (term.kind !== 'call') return undefined;
  const exported = flow.receivers.recogniseFunction(term.callee);
  if (!exported || exported.name.endsWith('Sync')) return undefined;
  const { model } = exported.receiver;
  if (model.methods[exported.name]?.sync ?? model.sync) return undefined;
  // Told by its callback, it gives nothing to wait for.
  return term.arguments.some(({ kind }) => kind === 'closure') ? undefined : 'certain';
}

const WRITES =
  /^(?:save|update|write|put|persist|upsert|replace|store|insert|create|delete|remove|commit|append)(?![a-z])/u;

/** Something else that the object does is awaited: its methods give promises. */
function isWaitedFor(object: Term, { program, flow }: RaceContext): boolean {
  if (object.kind !== 'member' && object.kind !== 'variable' && object.kind !== 'parameter') return false;
  return program.functions.some((form) =>
    form.calls.some(
      (call) =>
        call.callee.kind === 'member' &&
        program.awaited.has(call.to) &&
        flow.definitions.termOf(call.callee.object) === object,
    ),
  );
}
