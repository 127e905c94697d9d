/** What functions give. */
import type { FunctionForm, Temp } from '../../lower/program.js';

/** The values that the `return`s of a block give, nested blocks included. */
export function collectReturns(block: FunctionForm['body']): Temp[] {
  return block.flatMap((instruction): Temp[] => {
    switch (instruction.op) {
      case 'exit':
        return instruction.how === 'return' && instruction.from !== undefined ? [instruction.from] : [];
      case 'branch':
        return instruction.arms.flatMap((arm) => collectReturns(arm.body));
      case 'loop':
      case 'region':
        return collectReturns(instruction.body);
      case 'try':
        return [instruction.body, instruction.handler ?? [], instruction.finalizer ?? []].flatMap(
          collectReturns,
        );
      default:
        return [];
    }
  });
}
