/** Scratch files and outputs under a path that another execution can name, too. */
import { familyOf } from '../../../stores/model.js';
import { protection, type Guard } from '../../flow/guards.js';
import type { PathTold } from '../../flow/told-paths.js';
import type { FlowAccess } from '../../flow/value.js';
import type { Instruction } from '../../lower/program.js';
import type { Certainty, SharedTempPathRace } from '../../race.js';
import { isUnderTemp, partsOf } from '../../resources/path-names.js';
import { isBeneath, saysPath } from '../../resources/path-relations.js';
import { mentionsTerm, type Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import { placeOf, toAccess } from '../access.js';
import type { Concurrency, RaceContext } from '../context.js';
import { isCommand, isDevelopersTool, isOfOneRun } from './certainty.js';
import { describeKey } from '../names.js';
import { isQueued } from '../stale-write/queue.js';
import { constantText, reasonOf, reasonOfTold, scratchIn, type FoundReason } from './temp-path-reasons.js';
import { tempPathWitness } from '../witness.js';

export function findSharedTempPaths(summary: Summary, context: RaceContext): SharedTempPathRace[] {
  if (context.isTest) return [];
  const races = new Map<Term, SharedTempPathRace>();
  for (const access of summary.accesses) {
    if (races.has(access.key) || !isPlainWrite(access) || isOfCallee(access, context)) continue;
    const race = judge(access, summary, context);
    if (race) races.set(access.key, race);
  }
  for (const told of summary.told) {
    const race = told.isCalled ? undefined : judgeTold(told, summary, context, races);
    if (race) races.set(race.path, race.found);
  }
  return [...races.values()];
}

/** It replaces what is there, and asks nothing. */
function isPlainWrite({ receiver, operation, condition }: FlowAccess): boolean {
  return familyOf(receiver.model) === 'files' && operation === 'write' && condition === 'none';
}

/** A path that a function makes by itself is told of there, and not where that is called. */
function isOfCallee({ via, instruction }: FlowAccess, context: RaceContext): boolean {
  if (!via) return false;
  let known = tellingByThemselves.get(context);
  if (!known) tellingByThemselves.set(context, (known = new Map<Instruction, boolean>()));
  let tells = known.get(instruction);
  if (tells === undefined) known.set(instruction, (tells = tellsByItself(instruction, context)));
  return tells;
}

/** Writes by instruction, for each file. */
const tellingByThemselves = new WeakMap<RaceContext, Map<Instruction, boolean>>();

function tellsByItself(instruction: Instruction, context: RaceContext): boolean {
  return context.flow.summaries.finished().some((summary) => {
    const own = summary.accesses.find((each) => each.instruction === instruction && !each.via);
    return own !== undefined && isPlainWrite(own) && reasonOf(own, summary, context) !== undefined;
  });
}

function judge(write: FlowAccess, summary: Summary, context: RaceContext): SharedTempPathRace | undefined {
  const found = reasonOf(write, summary, context);
  if (!found || (found.reason !== 'process' && isOfOneRun(write.key))) return undefined;
  if (isGivenUnique(write.key, summary, context)) return undefined;
  const access = toAccess(write, context);
  if (context.isExempt(write, access.resource)) return undefined;
  const held = heldFor(write, summary, context);
  if (held === 'full') return undefined;
  const concurrency = context.concurrencyOf(write.via ? summary.form : write.form);
  const isGuarded = held === 'partial' || isQueued(write, summary, context);
  // All write the same.
  const isSame = write.written !== undefined && isFixed(write.written.term, context);
  return {
    kind: 'shared-temp-path',
    certainty: isGuarded || isSame ? 'possible' : certaintyOf(found, write.key, concurrency, context),
    place: placeOf(write),
    reason: found.reason,
    write: access,
    witness: tempPathWitness(write.instruction.at, describeKey(write.key, context)),
  };
}

/** A helper of this file whose every caller hands it a path that nobody else has. */
function isGivenUnique(path: Term, { form }: Summary, { flow, index }: RaceContext): boolean {
  if (form.exported || (form.member && !form.hidden) || index.usesOf(form).length > 0) return false;
  const callers = index.callersOf(form);
  return form.parameters.some((_, position) => {
    if (!mentionsTerm(path, flow.terms.parameter(form, position))) return false;
    return (
      callers.length > 0 &&
      callers.every(({ call }) => {
        const given = call.arguments[position];
        return given !== undefined && partsOf(flow.definitions.termOf(given.value), flow).has('unique');
      })
    );
  });
}

/** The program runs as several processes or threads, each with its own memory. */
function startsOthers(context: RaceContext): boolean {
  return ['cluster', 'worker_threads', 'availableParallelism', 'NODE_APP_INSTANCE', 'pm2'].some((word) =>
    context.speaksOf(word),
  );
}

/** Constants, and what the environment of the program holds. */
function isFixed(written: Term, { flow }: RaceContext): boolean {
  return [...partsOf(written, flow)].every((part) => part === 'fixed');
}

function heldFor(
  { key, guards }: { readonly key: Term; readonly guards: readonly Guard[] },
  summary: Summary,
  context: RaceContext,
): ReturnType<typeof protection> {
  return context.isGuardedByCallers(summary.form) ? 'full' : protection('host', key, guards, guards);
}

function certaintyOf(
  { reason, reusedLater }: FoundReason,
  path: Term,
  concurrency: Concurrency,
  context: RaceContext,
): Certainty {
  if (reason === 'varies' || reason === 'random' || isDevelopersTool(context)) return 'possible';
  // Calls of one process count on; other processes have to be in view.
  if (reason === 'counter') return isCommand(context) || startsOthers(context) ? 'likely' : 'possible';
  if (reason === 'given') return concurrency === 'concurrent' ? 'likely' : 'possible';
  // People and scripts run a command twice at once.
  if (reason === 'beside' && isCommand(context)) return 'likely';
  // A program that runs once and by itself meets only another run of it.
  if (concurrency === 'once')
    return reason === 'fixed' && isUnderTemp(path, context.flow) && !context.singleProcess
      ? 'likely'
      : 'possible';
  // In one step of one process, only other processes are in the way.
  if (reason === 'beside' || reason === 'process') return reusedLater ? 'likely' : 'possible';
  // Two calls of one process have to come within a millisecond.
  if (reason === 'process-clock') return reusedLater && concurrency === 'concurrent' ? 'likely' : 'possible';
  return concurrency === 'concurrent' && reason === 'fixed' && reusedLater ? 'certain' : 'likely';
}

/**
 * `exec('convert in.png /tmp/out.png')`, and then the file is read: the command has written it. A library's
 * `toFile` says by its name that it does.
 */
function judgeTold(
  told: PathTold,
  summary: Summary,
  context: RaceContext,
  known: ReadonlyMap<Term, unknown>,
): { readonly path: Term; readonly found: SharedTempPathRace } | undefined {
  const output = summary.accesses
    .slice(told.behind)
    .map((use) => ({ use, path: outputOf(told, use, summary, context) }))
    .find(({ path }) => path !== undefined);
  const path = told.kind === 'writer' ? scratchIn(told, context) : output?.path;
  if (!path || known.has(path) || isOfOneRun(path) || isWritten(path, summary, context)) return undefined;
  const reason = reasonOfTold(path, context);
  if (!reason || reason === 'varies') return undefined;
  if (heldFor({ key: path, guards: told.guards }, summary, context) === 'full') return undefined;
  const concurrency = context.concurrencyOf(told.form);
  const key = describeKey(path, context);
  return {
    path,
    found: {
      kind: 'shared-temp-path',
      certainty: certaintyOf({ reason, reusedLater: output !== undefined }, path, concurrency, context),
      place: told.at,
      reason,
      write: {
        operation: 'write',
        method: told.name,
        resource: { store: 'fs', scope: 'host', receiver: 'file system', key },
        range: told.at,
      },
      witness: tempPathWitness(told.at, key),
    },
  };
}

/** What a command leaves behind, by its name or by what becomes of it: the file that is used, or the folder around it. */
function outputOf(told: PathTold, use: FlowAccess, summary: Summary, context: RaceContext): Term | undefined {
  if (use.via || familyOf(use.receiver.model) !== 'files') return undefined;
  if (use.operation !== 'read' && use.operation !== 'delete') return undefined;
  if (told.told.some((each) => saysPath(each, use.key)))
    return isOutput(use, summary, context) ? use.key : undefined;
  return told.told.find((each) => isBeneath(use.key, each) && isUnderTemp(each, context.flow));
}

function isOutput(use: FlowAccess, summary: Summary, context: RaceContext): boolean {
  return (
    isUnderTemp(use.key, context.flow) ||
    /(?:^|[^a-z])(?:out|output|result)(?:[^a-z]|$)/iu.test(constantText(use.key, context)) ||
    summary.accesses.some(({ operation, key }) => operation === 'delete' && key === use.key)
  );
}

/** By the function itself, or by the helper that gives the path: it is told of there. */
function isWritten(path: Term, { accesses }: Summary, { flow }: RaceContext): boolean {
  const maker = path.kind === 'call' && path.callee.kind === 'closure' ? path.callee.form : undefined;
  return (
    accesses.some(({ key, operation }) => operation === 'write' && (key === path || isBeneath(key, path))) ||
    (maker !== undefined && (flow.summaries.of(maker)?.accesses.some(isPlainWrite) ?? false))
  );
}
