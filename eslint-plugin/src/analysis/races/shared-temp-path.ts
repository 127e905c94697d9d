/** Scratch files and outputs under a path that another execution can name, too. */
import { familyOf } from '../../stores/model.js';
import { protection } from '../flow/guards.js';
import type { FlowAccess } from '../flow/value.js';
import type { Certainty, PathReason, SharedTempPathRace } from '../race.js';
import { besideOf, isUnderTemp, partsOf, type Part } from '../resources/path-names.js';
import type { Term } from '../resources/terms.js';
import type { Summary } from '../summaries/summary.js';
import { placeOf, toAccess } from './access.js';
import { commandsOf, isHandedOn } from './commands.js';
import type { Concurrency, RaceContext } from './context.js';
import { isDevelopersTool, isOfOneRun } from './file-certainty.js';
import { readsBehind } from './held-in-memory.js';
import { describeKey } from './names.js';
import { isQueued } from './stale-write-queue.js';
import { suspensionBetween, tempPathWitness } from './witness.js';

export function findSharedTempPaths(summary: Summary, context: RaceContext): SharedTempPathRace[] {
  if (context.isTest) return [];
  const races = new Map<Term, SharedTempPathRace>();
  for (const access of summary.accesses) {
    if (races.has(access.key) || !isPlainWrite(access) || isOfCallee(access, summary, context)) continue;
    const race = judge(access, summary, context);
    if (race) races.set(access.key, race);
  }
  return [...races.values(), ...writtenByCommands(summary, context, races)];
}

/** It replaces what is there, and asks nothing. */
function isPlainWrite({ receiver, operation, condition }: FlowAccess): boolean {
  return familyOf(receiver.model) === 'files' && operation === 'write' && condition === 'none';
}

/** What a function that is called names already is told of there. */
function isOfCallee({ via, instruction, key }: FlowAccess, summary: Summary, { flow }: RaceContext): boolean {
  if (!via) return false;
  const summaries = flow.summaries.finished();
  // Callers are finished after those they call, and begun before them.
  return summaries
    .slice(summaries.indexOf(summary) + 1)
    .some(({ accesses }) => accesses.some((each) => each.instruction === instruction && each.key === key));
}

function judge(write: FlowAccess, summary: Summary, context: RaceContext): SharedTempPathRace | undefined {
  const found = reasonOf(write, summary, context);
  if (!found || (found.reason !== 'process' && isOfOneRun(write.key))) return undefined;
  const access = toAccess(write, context);
  if (context.isExempt(write, access.resource)) return undefined;
  const held = protection('host', write.key, write.guards, write.guards);
  if (held === 'full' || context.isGuardedByCallers(summary.form)) return undefined;
  const concurrency = context.concurrencyOf(write.via ? summary.form : write.form);
  const isGuarded = held === 'partial' || isQueued(write, summary, context);
  return {
    kind: 'shared-temp-path',
    certainty: isGuarded ? 'possible' : certaintyOf(found, write, concurrency, context),
    place: placeOf(write),
    reason: found.reason,
    write: access,
    witness: tempPathWitness(write.instruction.at, describeKey(write.key, context)),
  };
}

interface Reason {
  readonly reason: PathReason;
  /** The same call goes on to use the file, behind a suspension. */
  readonly reusedLater: boolean;
}

function reasonOf(write: FlowAccess, summary: Summary, context: RaceContext): Reason | undefined {
  const { definitions } = context.flow;
  const parts = partsOf(write.key, definitions);
  if (parts.has('unique')) return undefined;
  const later = laterUses(write, summary);
  const reusedLater = later.some((use) => suspensionBetween(write, use) !== undefined);
  const beside = besideOf(write.key, definitions);
  if (
    beside &&
    !parts.has('process') &&
    !parts.has('clock') &&
    later.some((use) => use.operation === 'delete' && use.method.startsWith('rename'))
  ) {
    // What is read, changed and renamed into place is a race on the file itself, whatever the other is called.
    const isUpdate = readsBehind(write, summary).some((read) => read.key === beside);
    return isUpdate ? undefined : { reason: 'beside', reusedLater };
  }
  const isScratch =
    isUnderTemp(write.key) ||
    (takesArguments(write) && (isRemoved(write, later, beside) || isHandedOn(write, summary.form, context)));
  if (!isScratch || isKept(write.key, context)) return undefined;
  return { reason: varying(parts), reusedLater };
}

/** Each call writes something of its own. */
function takesArguments({ written }: FlowAccess): boolean {
  return [...(written?.sources ?? [])].some((source) => source.kind === 'parameter');
}

/** Written, used by something that takes its time, and removed. */
function isRemoved(write: FlowAccess, later: readonly FlowAccess[], beside: Term | undefined): boolean {
  return (
    !beside && later.some((use) => use.operation === 'delete' && suspensionBetween(write, use) !== undefined)
  );
}

/** What the same operation does with the file afterwards. */
function laterUses(write: FlowAccess, { accesses }: Summary): FlowAccess[] {
  return accesses
    .slice(accesses.indexOf(write) + 1)
    .filter(({ key, receiver }) => key === write.key && receiver.root === write.receiver.root);
}

function varying(parts: ReadonlySet<Part>): PathReason {
  if (parts.has('varies')) return 'varies';
  if (parts.has('random') || (parts.has('process') && parts.has('clock'))) return 'random';
  if (parts.has('clock')) return 'clock';
  return parts.has('process') ? 'process' : 'fixed';
}

function certaintyOf(
  { reason, reusedLater }: Reason,
  write: FlowAccess,
  concurrency: Concurrency,
  context: RaceContext,
): Certainty {
  if (reason === 'varies' || reason === 'random' || isDevelopersTool(context)) return 'possible';
  // All write the same.
  if (write.written?.term.kind === 'constant') return 'possible';
  // A program that runs once and by itself meets only another run of it.
  if (concurrency === 'once')
    return reason === 'fixed' && isUnderTemp(write.key) && !context.singleProcess ? 'likely' : 'possible';
  // In one step of one process, only other processes are in the way.
  if (reason === 'beside' || reason === 'process') return reusedLater ? 'likely' : 'possible';
  return concurrency === 'concurrent' && reason === 'fixed' && reusedLater ? 'certain' : 'likely';
}

/** Files that are meant to be found again under their name: caches, logs, ids of processes, sockets. */
function isKept(path: Term, context: RaceContext): boolean {
  return /cache|\.log\b|\.pid\b|\.sock\b|\blog[./]|heartbeat|health|[/\\]\.[^/\\]*$/iu.test(
    constantText(path, context),
  );
}

/** A path without what varies in it. */
function constantText(path: Term, context: RaceContext): string {
  return describeKey(path, context).replace(/\$\{[^}]*\}/gu, '');
}

/** What a command leaves behind, by its name or by what becomes of it. */
function isOutput(use: FlowAccess, summary: Summary, context: RaceContext): boolean {
  return (
    isUnderTemp(use.key) ||
    /(?:^|[^a-z])(?:out|output|result)(?:[^a-z]|$)/iu.test(constantText(use.key, context)) ||
    summary.accesses.some(({ operation, key }) => operation === 'delete' && key === use.key)
  );
}

/** `exec('convert in.png /tmp/out.png')`, and then the file is read: the command has written it. */
function writtenByCommands(
  summary: Summary,
  context: RaceContext,
  known: ReadonlyMap<Term, SharedTempPathRace>,
): SharedTempPathRace[] {
  const commands = commandsOf(summary.form, context);
  if (commands.length === 0) return [];
  const races = new Map<Term, SharedTempPathRace>();
  for (const use of summary.accesses) {
    const { key } = use;
    if (use.via || known.has(key) || races.has(key) || familyOf(use.receiver.model) !== 'files') continue;
    if (use.operation !== 'read' && use.operation !== 'delete') continue;
    if (!isOutput(use, summary, context)) continue;
    const parts = partsOf(key, context.flow.definitions);
    const command = commands.find((each) => each.at.end <= use.instruction.at.start && each.mentions(key));
    if (!command || parts.has('unique') || isOfOneRun(key) || isKept(key, context)) continue;
    const reason = varying(parts);
    const wasWritten = summary.accesses.some((access) => access.key === key && access.operation === 'write');
    if (reason === 'varies' || wasWritten) continue;
    const { resource } = toAccess(use, context);
    const concurrency = context.concurrencyOf(use.form);
    races.set(key, {
      kind: 'shared-temp-path',
      certainty: certaintyOf({ reason, reusedLater: true }, use, concurrency, context),
      place: command.at,
      reason,
      write: { operation: 'write', method: command.name, resource, range: command.at },
      witness: tempPathWitness(command.at, describeKey(key, context)),
    });
  }
  return [...races.values()];
}
