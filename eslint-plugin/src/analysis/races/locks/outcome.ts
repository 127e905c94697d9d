/** Which values of a function tell what an attempt to take a lock came to. */
import type { Instruction, Temp, Variable } from '../../lower/program.js';

/** The values that come from others, through awaits, comparisons, members and variables. */
export function outcomeOf(results: readonly Temp[], instructions: readonly Instruction[]): ReadonlySet<Temp> {
  const temps = new Set(results);
  const variables = new Set<Variable>();
  // A second round for what a loop's header reads and its body stores.
  for (let round = 0; round < 2; round++) {
    for (const instruction of instructions) {
      if (instruction.op === 'store' && temps.has(instruction.from)) variables.add(instruction.variable);
      if ('to' in instruction && comesFrom(instruction, temps, variables)) temps.add(instruction.to);
    }
  }
  return temps;
}

function comesFrom(
  instruction: Instruction,
  temps: ReadonlySet<Temp>,
  variables: ReadonlySet<Variable>,
): boolean {
  const has = (temp: Temp | undefined): boolean => temp !== undefined && temps.has(temp);
  switch (instruction.op) {
    case 'load':
      return variables.has(instruction.variable);
    case 'suspend':
      return has(instruction.from);
    case 'get':
      return has(instruction.object);
    case 'compute':
      return instruction.operands.some(has);
    case 'branch':
      return has(instruction.test) || instruction.arms.some((arm) => has(arm.value));
    case 'call':
      return (
        instruction.arguments.some(({ value }) => has(value)) ||
        (instruction.callee.kind === 'member' && has(instruction.callee.object))
      );
    case 'object':
      return instruction.entries.some((entry) => has(entry.value));
    case 'array':
      return instruction.elements.some((element) => has(element.value));
    default:
      return false;
  }
}
