/** Why another execution can name the path of a scratch file, too. */
import type { PathTold } from '../../flow/told-paths.js';
import type { FlowAccess } from '../../flow/value.js';
import type { PathReason } from '../../race.js';
import { besideOf, isUnderTemp, partsOf, type Part } from '../../resources/path-names.js';
import { isBeneath } from '../../resources/path-relations.js';
import { mentionsTerm, type Term } from '../../resources/terms.js';
import type { Summary } from '../../summaries/summary.js';
import { handedOnTo, isBlocking } from './commands.js';
import type { RaceContext } from '../context.js';
import { readsBehind } from './held-in-memory.js';
import { describeKey } from '../names.js';
import { suspensionBetween } from '../witness.js';

export interface FoundReason {
  readonly reason: PathReason;
  /** The same call goes on to use the file, behind a suspension. */
  readonly reusedLater: boolean;
}

/** Why others can name what an access writes; undefined where they cannot, or where it is meant to be found. */
export function reasonOf(write: FlowAccess, summary: Summary, context: RaceContext): FoundReason | undefined {
  const parts = partsOf(write.key, context.flow);
  if (parts.has('unique')) return undefined;
  const later = laterUses(write, summary);
  const command = handedOnTo(write, summary);
  const reusedLater =
    later.some((use) => suspensionBetween(write, use) !== undefined) ||
    (command !== undefined && !isBlocking(command));
  const beside = besideOf(write.key, context.flow.definitions);
  const target = movedTo(later, summary);
  if (target) {
    // What is read, changed and renamed into place is a race on the file itself, whatever the other is called.
    if (readsBehind(write, summary).some(({ key }) => key === beside || key === target)) return undefined;
    const reason = besideReason(write.key, target, beside, context);
    if (reason) return { reason, reusedLater };
  }
  const isScratch =
    isUnderTemp(write.key, context.flow) ||
    (takesArguments(write) && (isRemoved(write, later, beside) || command !== undefined));
  if (!isScratch || isKept(write.key, context)) return undefined;
  return { reason: isInClearedFolder(write.key, summary, context) ? 'fixed' : varying(parts), reusedLater };
}

/** In a folder for scratch files that all runs share, and empty. */
function isInClearedFolder(path: Term, { accesses }: Summary, { flow }: RaceContext): boolean {
  return accesses.some(
    ({ key, operation }) =>
      operation === 'delete' &&
      isBeneath(path, key) &&
      isUnderTemp(key, flow) &&
      [...partsOf(key, flow)].every((part) => part === 'fixed'),
  );
}

/** Why others can name a path that a command, or a library, is told to write. */
export function reasonOfTold(path: Term, context: RaceContext): PathReason | undefined {
  const parts = partsOf(path, context.flow);
  return parts.has('unique') || isKept(path, context) ? undefined : varying(parts);
}

/** What the same operation does with the file afterwards. */
function laterUses(write: FlowAccess, { accesses }: Summary): FlowAccess[] {
  return accesses
    .slice(accesses.indexOf(write) + 1)
    .filter(({ key, receiver }) => key === write.key && receiver.root === write.receiver.root);
}

/** Where a file is moved once it is written. */
function movedTo(later: readonly FlowAccess[], { accesses }: Summary): Term | undefined {
  const move = later.find(
    ({ operation, method }) => operation === 'delete' && /^(?:rename|move)/u.test(method),
  );
  return move && accesses.find((each) => each.operation === 'write' && isSameCall(each, move))?.key;
}

function isSameCall(one: FlowAccess, other: FlowAccess): boolean {
  return one.instruction === other.instruction && one.via?.application === other.via?.application;
}

/** Beside its target, a file is as much one's own as what its name has more than the target's. */
function besideReason(
  path: Term,
  target: Term,
  beside: Term | undefined,
  context: RaceContext,
): PathReason | undefined {
  const ofTarget = partsIn(target);
  const added = partsIn(path).filter(
    (part) =>
      !ofTarget.includes(part) &&
      !ofTarget.some((each) => each.kind !== 'constant' && mentionsTerm(part, each)),
  );
  const parts = new Set(added.flatMap((part) => [...partsOf(part, context.flow)]));
  if ([...parts].some((part) => !/^(?:fixed|process|clock)$/u.test(part))) return undefined;
  // `file.replace('.json', '.part')`, `join(dirname(file), '.part')`: all that it has is the target's, or always the same.
  const isOfTarget = path !== target && added.length < partsIn(path).length;
  if (!parts.has('process') && !parts.has('clock')) return beside || isOfTarget ? 'beside' : undefined;
  // By its parts it belongs to the target.
  return isOfTarget ? varying(parts) : undefined;
}

function partsIn(path: Term): readonly Term[] {
  return path.kind === 'concat' ? path.parts : [path];
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

function varying(parts: ReadonlySet<Part>): PathReason {
  if (parts.has('varies')) return 'varies';
  if (parts.has('random')) return 'random';
  if (parts.has('counter')) return parts.has('process') || parts.has('clock') ? 'random' : 'counter';
  if (parts.has('given')) return parts.has('clock') || parts.has('process') ? 'varies' : 'given';
  if (parts.has('clock')) return parts.has('process') ? 'process-clock' : 'clock';
  return parts.has('process') ? 'process' : 'fixed';
}

/** Files that are meant to be found again under their name: caches, logs, ids of processes, sockets. */
function isKept(path: Term, context: RaceContext): boolean {
  return /cache|\.log\b|\.pid\b|\.sock\b|\blog[./]|heartbeat|health|[/\\]\.[^/\\]*$/iu.test(
    constantText(path, context),
  );
}

/** A path without what varies in it. */
export function constantText(path: Term, context: RaceContext): string {
  return describeKey(path, context).replace(/\$\{[^}]*\}/gu, '');
}

/** The path that a call is told, where it is one under a folder for scratch files. */
export function scratchIn({ told }: PathTold, context: RaceContext): Term | undefined {
  return told.find((each) => isPath(each) && isUnderTemp(each, context.flow));
}

/** A path, and not the line of a command, or a folder by itself. */
function isPath(term: Term): boolean {
  const parts = partsIn(term);
  const last = parts.at(-1);
  if (parts.some((part) => part.kind === 'constant' && /\s/u.test(String(part.value)))) return false;
  return parts.length > 1
    ? last?.kind !== 'constant' || /[^/]/u.test(String(last.value))
    : last?.kind === 'call' || (last?.kind === 'constant' && /\/[^/]+\/.|\./u.test(String(last.value)));
}
