/** Deletes of a lock that may be another one's by now. */
import type { FlowAccess } from '../../flow/value.js';
import type { FunctionForm, Instruction, Temp } from '../../lower/program.js';
import type { Certainty, LockFlaw, SourceRange } from '../../race.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';
import { evidenceOf } from './evidence.js';
import type { Paths } from '../../resources/code/paths.js';
import { isRemoval, type LockUse } from './uses.js';
import { namesAround, shapeOf, speaksOfLock, textOfKey } from './words.js';

export interface UnownedRemoval {
  readonly flaw: LockFlaw;
  readonly place: SourceRange;
  readonly certainty: Certainty;
  readonly use: LockUse;
}

/** Locks with an end that are deleted by whoever comes: in the function that takes them, or in one of their own. */
export function findRemovals(
  summaries: readonly Summary[],
  uses: readonly LockUse[],
  places: Paths,
  context: RaceContext,
): UnownedRemoval[] {
  const found = new Map<Instruction, UnownedRemoval>();
  const add = (removal: FlowAccess, use: LockUse, certainty: Certainty, sameToken = false): void => {
    if (context.program.isLinked(removal.instruction.at) || found.has(removal.instruction)) return;
    const compared = sameToken || comparesOwner(removal);
    const flaw: LockFlaw = { kind: 'release-without-owner', compared, ...(sameToken && { sameToken }) };
    found.set(removal.instruction, { flaw, place: removal.instruction.at, certainty, use });
  };
  for (const use of uses) {
    if (!use.attempt?.expiry || use.attempt.expiry === 'none') continue;
    const evidence = evidenceOf(use, places, context);
    if (!evidence.released && !evidence.waited && !evidence.keyNamed && !evidence.homeNamed) continue;
    for (const { access } of use.releases) {
      if (access && evidence.released && comparesSameToken(access, use, context))
        add(access, use, use.attempt.expiry === 'unknown' ? 'possible' : 'likely', true);
      if (!access || !isPlain(access)) continue;
      const sure = evidence.released && use.attempt.receiver.evidence === 'resolved';
      const certainty = use.attempt.expiry === 'unknown' ? 'possible' : sure ? 'certain' : 'likely';
      if (evidence.released) add(access, use, certainty);
    }
  }
  const attempts = uses.filter((use) => use.attempt?.expiry && !use.attempt.via);
  for (const summary of summaries) {
    for (const removal of summary.accesses) {
      if (removal.via || !isRemoval(removal) || !isPlain(removal) || found.has(removal.instruction)) continue;
      const use = attempts.find((each) => isCounterpart(each, removal));
      if (use && use.attempt?.expiry !== 'none')
        add(removal, use, use.attempt?.expiry === 'unknown' ? 'possible' : 'likely');
    }
  }
  return [...found.values()];
}

/** A delete by command, outside of a transaction that watches the key. */
function isPlain({ operation, condition, receiver, guards, key }: FlowAccess): boolean {
  if (operation !== 'delete' || condition !== 'none') return false;
  return !(receiver.role === 'batch' && guards.some((guard) => guard.kind === 'watch' && guard.on === key));
}

/** A script is given the value of which all holders have the same: `'locked'`. */
function comparesSameToken(
  { instruction }: FlowAccess,
  { attempt }: LockUse,
  { flow }: RaceContext,
): boolean {
  const token = attempt?.written?.term;
  if (token?.kind !== 'constant' || token.value === undefined || instruction.op !== 'call') return false;
  return instruction.arguments.some(({ value }) => holds(value, 0));

  function holds(temp: Temp, depth: number): boolean {
    if (flow.definitions.termOf(temp) === token) return true;
    const made = depth < 3 ? flow.definitions.program.definitions[temp] : undefined;
    if (made?.op === 'array') return made.elements.some((element) => holds(element.value, depth + 1));
    return made?.op === 'object' && made.entries.some((entry) => holds(entry.value, depth + 1));
  }
}

/** It was read before who holds it: right, but for the time between. */
function comparesOwner({ control, key }: FlowAccess): boolean {
  return [...control].some(
    (source) => source.kind === 'read' && source.access.key === key && source.access.operation === 'read',
  );
}

/** A function that lets go of what another one takes: keys that are alike, and names that say so. */
function isCounterpart(use: LockUse, removal: FlowAccess): boolean {
  const { attempt, form } = use;
  if (!attempt || attempt.form === removal.form || attempt.receiver.model !== removal.receiver.model)
    return false;
  // Whoever calls it means to take the lock from its holder.
  if (/force|steal|override/iu.test(removal.form.name ?? '')) return false;
  const shape = shapeOf(removal.key);
  if (shape !== shapeOf(attempt.key)) return false;
  const releases = isReleaser(removal.form);
  const sameHome = form.member !== undefined && form.member === removal.form.member;
  // Whoever asks first whose it is says by that what it is.
  if (releases && shape !== '*' && attempt.expiry !== 'none' && comparesOwner(removal)) return true;
  const named =
    speaksOfLock(`${textOfKey(removal.key)} ${namesAround(removal.form)}`) &&
    speaksOfLock(`${textOfKey(attempt.key)} ${namesAround(form)}`);
  if (shape === '*') return releases && named && (sameHome || form.member === undefined);
  return named && (releases || sameHome);
}

function isReleaser(form: FunctionForm): boolean {
  for (let each: FunctionForm | undefined = form; each; each = each.parent)
    if (
      /release|unlock|free|drop|relinquish|give|leave|exit|end|stop|done|dispose|clear/iu.test(
        each.name ?? '',
      )
    )
      return true;
  return false;
}
