/** The interleavings in which unsafe locks fail. */
import type { LockFlaw, SourceRange, Witness, WitnessStep } from '../../race.js';

interface Places {
  readonly flaw: LockFlaw;
  readonly name: string;
  readonly place: SourceRange;
  readonly acquire: SourceRange | undefined;
}

export function lockWitness({ flaw, name, place, acquire = place }: Places): Witness {
  const takes = step('A', 'write', acquire, `takes ${name}`);
  const waits = step('B', 'read', acquire, `finds ${name} held`);
  switch (flaw.kind) {
    case 'no-expiry':
    case 'stale-lock-file':
      return [takes, step('A', 'suspend', acquire, 'dies'), lost(waits, 'finds it held, for ever')];
    case 'setnx-then-expire':
      return [
        takes,
        step('A', 'suspend', flaw.expire, 'dies before it sets the end'),
        lost(waits, 'finds it held, for ever'),
      ];
    case 'release-without-owner':
      return [
        takes,
        step('A', 'suspend', acquire, 'works longer than the lock lasts'),
        step('B', 'write', acquire, `takes ${name}`),
        lost(step('A', 'write', place, ''), `deletes ${name}, which B holds`),
      ];
    case 'released-before-write':
      return [
        takes,
        step('A', 'write', place, `lets go of ${name}`),
        step('B', 'write', acquire, `takes ${name}`),
        lost(step('A', 'write', flaw.write, ''), 'writes while B holds the lock'),
      ];
    case 'no-finally':
      return [
        takes,
        step('A', 'suspend', flaw.leak, flaw.exits ? 'leaves' : 'throws'),
        lost(waits, `finds ${name} held by nobody`),
      ];
    case 'endless-wait':
      return [
        takes,
        step('A', 'suspend', acquire, 'hangs'),
        lost(step('B', 'suspend', flaw.wait, ''), 'waits, for ever'),
      ];
    case 'outcome-ignored':
      return [
        takes,
        step('B', 'write', acquire, `does not get ${name}`),
        lost(step('B', 'write', acquire, ''), 'goes on as if it had'),
      ];
    case 'one-attempt':
      return [takes, lost(step('B', 'write', acquire, ''), `fails, as ${name} is held`)];
    case 'advisory-lock-through-pool':
      return [
        step('A', 'write', acquire, 'takes the lock in one session'),
        step('A', 'suspend', place, 'goes on in another session'),
        lost(
          step('B', 'write', acquire, ''),
          flaw.lasts === 'session' ? 'waits for a lock that nobody can let go of' : 'takes the lock, too',
        ),
      ];
    case 'bare-error':
      return [takes, waits, lost(step('B', 'write', place, ''), 'cannot tell when to come again')];
  }
}

function step(
  execution: WitnessStep['execution'],
  action: WitnessStep['action'],
  range: SourceRange,
  text: string,
): WitnessStep {
  return { execution, action, range, text };
}

function lost(known: WitnessStep, text: string): WitnessStep {
  return { ...known, text, loses: true };
}
