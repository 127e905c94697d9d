/**
 * Whether a key that only one caller can set is a lock, or a mark: of what was done already, of who was first.
 * A lock is let go of on the way on, or waited for; a mark is deleted only so that a failed try can be repeated.
 */
import type { Instruction } from '../../lower/program.js';
import { isLockPath } from '../../resources/lock-paths.js';
import type { RaceContext } from '../context.js';
import { outcomeOf } from './outcome.js';
import { isPause } from './pauses.js';
import type { Path, Paths } from '../../resources/code/paths.js';
import { isFile, type LockUse } from './uses.js';
import { namesAround, speaksOfHolder, speaksOfLock, textOfKey } from './words.js';

export interface Evidence {
  /** It is let go of on the way on, not only after an error. */
  readonly released: boolean;
  /** Who does not get it waits and asks again. */
  readonly waited: boolean;
  /** Its key speaks of a lock. */
  readonly keyNamed: boolean;
  /** The function or class around it does. */
  readonly homeNamed: boolean;
}

export function evidenceOf(use: LockUse, places: Paths, context: RaceContext): Evidence {
  const isKey = use.attempt !== undefined && !isFile(use.attempt);
  const speaks = isKey ? speaksOfHolder : speaksOfLock;
  const keyNamed = speaks(textOfKey(use.on)) || isLockPath(use.on);
  const homeNamed = speaks(namesAround(use.form));
  const isNamed = keyNamed || homeNamed;
  return {
    released: use.releases.some(
      ({ site }) => isOnTheWay(site, use, places, isNamed) && (isNamed || !isSpared(site, use, places)),
    ),
    waited: waitOf(use, places, context) !== undefined,
    keyNamed,
    homeNamed,
  };
}

/** A release in the finalizer, or on the straight way behind the attempt. */
export function isOnTheWay(site: Instruction, use: LockUse, places: Paths, isNamed: boolean): boolean {
  const path = places.pathOf(use.form, site);
  const start = places.pathOf(use.form, use.acquire);
  if (!path || !start || site.at.start < use.acquire.at.start) return false;
  // `finally { if ((await owner()) === me) … }`
  if (isNamed && path.some((step) => step.part === 'finalizer')) return true;
  return path.every((step) => {
    if (start.some((each) => each.in === step.in && each.part === step.part)) return true;
    if (step.part === 'handler') return false;
    // What a test of something else decides is an exception, too.
    return step.part !== 'arm' || use.outcome.has(step.in.test);
  });
}

/** `if (sent) return; await redis.del(mark);`: a mark is deleted only where the work has failed. */
function isSpared(site: Instruction, use: LockUse, places: Paths): boolean {
  if (places.pathOf(use.form, site)?.some((step) => step.part === 'finalizer')) return false;
  return places.instructionsOf(use.form).some((each) => {
    if (each.op !== 'exit' || each.how !== 'return') return false;
    if (each.at.start < use.acquire.at.end || each.at.end > site.at.start) return false;
    const path = places.pathOf(use.form, each) ?? [];
    return path.some((step) => step.part === 'arm' && !use.outcome.has(step.in.test));
  });
}

/** The loop in which an attempt is made again and again, with a pause between; undefined where it is made once. */
export function waitOf(
  use: LockUse,
  places: Paths,
  context: RaceContext,
): Extract<Instruction, { op: 'loop' }> | undefined {
  const path = places.pathOf(use.form, use.acquire) ?? [];
  const loop = path.findLast((step) => step.part === 'round')?.in;
  if (loop?.op !== 'loop') return undefined;
  // A loop that lets go of it, too, works on one thing after the other.
  if (use.releases.some(({ site }) => within(places.pathOf(use.form, site), loop))) return undefined;
  const inside = places
    .instructionsOf(use.form)
    .filter((each) => within(places.pathOf(use.form, each), loop));
  const pauses = inside.some(
    (each) => each.op === 'call' && each !== use.acquire && isPause(each, context.program),
  );
  return pauses && !variesWith(use, inside) && decides(use, loop, inside, places) ? loop : undefined;
}

export function within(path: Path | undefined, loop: Instruction): boolean {
  return path?.some((step) => step.in === loop) ?? false;
}

/** `do { code = random() } while (!(await redis.set(code, …)))` looks for a free key; it does not wait for one. */
function variesWith({ acquire, outcome }: LockUse, inside: readonly Instruction[]): boolean {
  const changes = inside.flatMap((each) =>
    each.op === 'store' && !outcome.has(each.from) ? [each.from] : [],
  );
  const [key] = acquire.arguments;
  return key !== undefined && outcomeOf(changes, inside).has(key.value);
}

/** True where the outcome decides whether the loop goes on. */
function decides(
  use: LockUse,
  loop: Extract<Instruction, { op: 'loop' }>,
  inside: readonly Instruction[],
  places: Paths,
): boolean {
  if (loop.test !== undefined && use.outcome.has(loop.test)) return true;
  const throws = places
    .pathOf(use.form, use.acquire)
    ?.some(
      (step) => step.part === 'body' && step.in.handler && within(places.pathOf(use.form, step.in), loop),
    );
  return (throws ?? false) || inside.some((each) => each.op === 'branch' && use.outcome.has(each.test));
}
