/** The ways on at a test: what is said of the failure decides which of them a round takes. */
import type { Arm, BranchInstruction } from '../../lower/program.js';
import { judgeComparison, judgeTruth, type Verdict } from './judge.js';
import type { Machine } from './machine.js';
import { constant, isTelling, tainted, UNKNOWN, type Abstract, type Completion, type Path } from './value.js';

interface Way {
  readonly arm: Arm;
  readonly given: Verdict;
}

export function runBranch(machine: Machine, instruction: BranchInstruction, path: Path): Completion[] {
  const test = machine.read(instruction.test, path);
  const ways =
    instruction.on === 'switch'
      ? cases(machine, instruction, test, path)
      : sides(machine, instruction, test);
  const isUnclear = ways.some(({ given }) => given === 'unclear');
  const ends = ways.flatMap(({ arm, given }) => {
    if (given === 'no') return [];
    return machine.block(arm.body, path.clone()).map((each) => {
      if (each.how === 'next') each.path.values.set(instruction.to, valueOf(arm, each.path));
      return each;
    });
  });
  // A test that is not understood matters only where it decides about something.
  const decides = ends.some((each) => each.how !== 'next' || each.path.key !== ends[0]?.path.key);
  if (isUnclear && decides) for (const each of ends) tainted(test, each.path);
  return ends;

  function valueOf({ value }: Arm, end: Path): Abstract {
    if (value === undefined) return UNKNOWN;
    const read = machine.read(value, end);
    // Of `a && b`, what is `a` is falsy.
    const isTested = value === instruction.test && read.kind === 'unknown' && instruction.on === 'truthy';
    return isTested ? constant(value === instruction.arms[0]?.value) : read;
  }
}

function sides(machine: Machine, instruction: BranchInstruction, test: Abstract): Way[] {
  const given = judgeSide(machine, instruction, test);
  return instruction.arms.map((arm, position) => {
    const excluded = position === 1 ? 'yes' : 'no';
    return { arm, given: given === excluded ? 'no' : given === 'unclear' ? 'unclear' : 'maybe' };
  });
}

function judgeSide(machine: Machine, instruction: BranchInstruction, test: Abstract): Verdict {
  if (test.kind === 'unknown') return 'maybe';
  if (instruction.on === 'truthy') return judgeTruth(test, machine.scenario);
  if (test.kind === 'constant') return test.value === null || test.value === undefined ? 'yes' : 'no';
  return isTelling(test) ? 'maybe' : 'no';
}

/** A case for the supposed failure leaves no other way than those of such cases. */
function cases(machine: Machine, { arms }: BranchInstruction, test: Abstract, path: Path): Way[] {
  if (test.kind === 'unknown' || arms.some((arm) => arm.cases === undefined))
    return arms.map((arm) => ({ arm, given: 'maybe' }));
  const verdicts = arms.map((arm) =>
    (arm.cases ?? []).flatMap((value) => (value === undefined ? [] : [judgeCase(machine, test, value, path)])),
  );
  const all = verdicts.flat();
  const isSure = all.includes('yes');
  const rest: Verdict = isSure ? 'no' : all.includes('unclear') ? 'unclear' : 'maybe';
  return arms.map((arm, position) => {
    const own = verdicts[position] ?? [];
    if (own.includes('yes')) return { arm, given: 'yes' };
    if (isSure) return { arm, given: 'no' };
    const isDefault = arm.cases?.includes(undefined) ?? false;
    if (isDefault) return { arm, given: rest };
    return { arm, given: own.includes('maybe') ? 'maybe' : own.includes('unclear') ? 'unclear' : 'no' };
  });
}

function judgeCase(machine: Machine, test: Abstract, value: number, path: Path): Verdict {
  const other = machine.read(value, path);
  // `switch (true) { case isConflict(error): … }`
  if (test.kind === 'constant' && test.value === true && other.kind !== 'constant')
    return other.kind === 'unknown' ? 'maybe' : judgeTruth(other, machine.scenario);
  if (test.kind === 'constant')
    return other.kind === 'constant' ? (test.value === other.value ? 'yes' : 'no') : 'maybe';
  if (!isTelling(test)) return 'maybe';
  const given = judgeComparison('===', test, other, machine.scenario);
  machine.note(path, given, other.kind === 'constant' ? String(other.value) : '', test);
  return given;
}
