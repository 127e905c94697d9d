/** What happens between taking a lock and letting go of it. */
import type { Instruction } from '../../lower/program.js';
import type { Certainty, LockFlaw, SourceRange } from '../../race.js';
import type { Paths } from '../../resources/code/paths.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';
import { asksOnce, staysBehind } from './attempts.js';
import { findReturnedPromise, findUnawaitedWrite } from './escapes.js';
import { isOnTheWay, type Evidence } from './evidence.js';
import { findBareError } from './held-errors.js';
import { findLateWrite } from './late-writes.js';
import { findLeaks } from './leaks.js';
import type { LockUse } from './uses.js';
import { endlessWait } from './waits.js';
import { isAcquirer, namesAround, speaksOfLeader, textOfKey } from './words.js';

/** A flaw, where it is, and how sure it is. */
export interface Finding {
  readonly flaw: LockFlaw;
  readonly place: SourceRange;
  readonly certainty: Certainty;
}

export function judgeSection(
  use: LockUse,
  evidence: Evidence,
  summaries: readonly Summary[],
  places: Paths,
  context: RaceContext,
): Finding[] {
  const findings: Finding[] = [];
  const place = use.acquire.at;
  const wait =
    use.attempt &&
    !speaksOfLeader(`${textOfKey(use.on)} ${namesAround(use.form)}`) &&
    endlessWait(use, places, context);
  if (wait && (evidence.released || evidence.keyNamed || evidence.homeNamed))
    findings.push({ flaw: { kind: 'endless-wait', wait: wait.at }, place, certainty: wait.certainty });
  if (asksOnce(use, places, context))
    findings.push({ flaw: { kind: 'one-attempt' }, place, certainty: 'likely' });
  if (staysBehind(use, context))
    findings.push({ flaw: { kind: 'stale-lock-file' }, place, certainty: 'likely' });
  const leak = leakOf(use, places, context);
  if (leak) findings.push({ ...leak, place });
  const summary = summaries.find(
    ({ accesses, locks }) =>
      accesses.some(({ instruction }) => instruction === use.acquire) ||
      locks.some(({ call }) => call === use.acquire),
  );
  const escape =
    findReturnedPromise(use, places, context) ??
    (summary && findUnawaitedWrite(use, summary, places, context));
  if (escape)
    findings.push({
      flaw: { kind: 'released-before-write', write: escape.write, awaited: escape.release !== undefined },
      place: escape.release ?? escape.write,
      certainty: escape.certainty,
    });
  const late = findLateWrite(use, places, context);
  if (late)
    findings.push({
      flaw: { kind: 'released-before-write', write: late.write, awaited: true },
      place: late.release,
      certainty: 'likely',
    });
  const bare = use.attempt && findBareError(use, places, context);
  if (bare)
    findings.push({
      flaw: { kind: 'bare-error' },
      place: bare.at,
      certainty: evidence.released && (evidence.keyNamed || evidence.homeNamed) ? bare.certainty : 'possible',
    });
  return findings;
}

/** The way on which it stays held. */
export function leakOf(
  use: LockUse,
  places: Paths,
  context: RaceContext,
): Omit<Finding, 'place'> | undefined {
  // Where it is let go of only after an error, the function leaves it to its caller.
  if (
    !use.releases.some(({ site }) => isOnTheWay(site, use, places, true)) ||
    handsOut(use, places) ||
    isAcquirer(use.form.name ?? '')
  )
    return undefined;
  const sites = new Set<Instruction>(use.releases.map(({ site }) => site));
  const leaks = findLeaks(
    use.form.body,
    { acquire: use.acquire, releases: sites, outcome: use.outcome },
    context.program,
  );
  const leak = leaks.find(({ way }) => way !== 'call') ?? leaks[0];
  if (!leak) return undefined;
  const flaw: LockFlaw = { kind: 'no-finally', leak: leak.at, exits: leak.way === 'exit' };
  if (leak.way === 'call') return { flaw, certainty: 'possible' };
  return { flaw, certainty: isKeptForEver(use) ? 'certain' : 'likely' };
}

/** `return token;`: the caller lets go of it. */
function handsOut({ form, acquire, outcome }: LockUse, places: Paths): boolean {
  return places
    .instructionsOf(form)
    .some(
      (each) =>
        each.op === 'exit' &&
        each.how === 'return' &&
        each.at.start > acquire.at.end &&
        each.from !== undefined &&
        outcome.has(each.from),
    );
}

/** A lock of this process or host has no end but its release. */
function isKeptForEver({ event }: LockUse): boolean {
  return event?.model !== undefined && event.model.scope !== 'distributed';
}
