/** Files and directories that only one can make, used as locks: what becomes of them when their holder dies? */
import type { Certainty } from '../../race.js';
import type { Summary } from '../../summaries/summary.js';
import type { RaceContext } from '../context.js';
import type { Evidence } from './evidence.js';
import { calledName } from './pauses.js';
import type { Paths } from '../../resources/code/paths.js';
import { isFile, isRemoval, type LockUse } from './uses.js';
import { shapeOf } from './words.js';

/** How sure it is that a lock file stays behind; undefined where it is no lock, or somebody looks after it. */
export function staleFileCertainty(
  use: LockUse,
  evidence: Evidence,
  summaries: readonly Summary[],
  places: Paths,
  context: RaceContext,
): Certainty | undefined {
  const { attempt } = use;
  if (!attempt || !isFile(attempt)) return undefined;
  const behaves = evidence.released || evidence.waited;
  // A temporary file is made and removed, too.
  if (!evidence.keyNamed && !(evidence.homeNamed && behaves)) return undefined;
  if (looksAfterIt(use, summaries, context) || takesItOver(use, summaries, places)) return undefined;
  if (isRemovedOnExit(use, summaries, context)) return 'possible';
  return behaves || isRemovedElsewhere(use, summaries) ? 'likely' : 'possible';
}

/** Somebody reads who made it, asks how old it is or whether its maker lives, or removes it to take it over. */
function looksAfterIt(use: LockUse, summaries: readonly Summary[], { program }: RaceContext): boolean {
  const looks = summaries.some(({ accesses }) =>
    accesses.some(
      (access) =>
        isFile(access) &&
        (access.operation === 'read' || (access.operation === 'check' && /stat/iu.test(access.method))) &&
        isAlike(access.key, use),
    ),
  );
  if (looks) return true;
  return program.functions.some(
    (form) =>
      /stale|alive|expired|orphan|abandon/iu.test(form.name ?? '') ||
      form.calls.some(
        (call) =>
          /stale|alive|expired|orphan|abandon/iu.test(calledName(call, program) ?? '') ||
          isAliveCheck(call, program),
      ),
  );
}

/** It is removed before it is made, or where it could not be made. */
function takesItOver({ form, acquire, on }: LockUse, summaries: readonly Summary[], places: Paths): boolean {
  const around = places.pathOf(form, acquire) ?? [];
  return summaries.some(({ accesses }) =>
    accesses.some(({ instruction, ...access }) => {
      const isOwn = isFile({ instruction, ...access }) && access.operation === 'delete';
      if (!isOwn || access.form !== form || access.key !== on) return false;
      const path = places.pathOf(form, instruction) ?? [];
      const isHandling = path.some(
        (step) =>
          step.part === 'handler' && around.some((each) => each.in === step.in && each.part === 'body'),
      );
      return isHandling || instruction.at.start < acquire.at.start;
    }),
  );
}

/** `process.kill(pid, 0)` */
function isAliveCheck(
  call: RaceContext['program']['functions'][number]['calls'][number],
  program: RaceContext['program'],
): boolean {
  const [, signal] = call.arguments;
  const definition = signal && program.definitions[signal.value];
  return calledName(call, program) === 'kill' && definition?.op === 'literal' && definition.value === 0;
}

function isRemovedElsewhere(use: LockUse, summaries: readonly Summary[]): boolean {
  return summaries.some(({ accesses }) =>
    accesses.some((access) => isFile(access) && isRemoval(access) && isAlike(access.key, use)),
  );
}

/** `process.on('exit', () => unlinkSync(lock))`: right for all ends but a kill. */
function isRemovedOnExit(use: LockUse, summaries: readonly Summary[], { program }: RaceContext): boolean {
  return (
    isRemovedElsewhere(use, summaries) &&
    program.functions.some((form) =>
      form.calls.some((call) => {
        const [event] = call.arguments;
        const definition = event && program.definitions[event.value];
        return (
          /^(?:on|once|addListener)$/u.test(calledName(call, program) ?? '') &&
          definition?.op === 'literal' &&
          /^(?:exit|beforeExit|SIG(?:INT|TERM))$/u.test(String(definition.value))
        );
      }),
    )
  );
}

function isAlike(key: LockUse['on'], { on }: LockUse): boolean {
  if (key === on) return true;
  const shape = shapeOf(key);
  return shape !== '*' && shape === shapeOf(on);
}
