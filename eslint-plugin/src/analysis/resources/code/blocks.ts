/** What an instruction holds and what it takes, for those who look at all of them. */
import type { Block, Instruction, Property, Temp } from '../../lower/program.js';

/** The blocks that an instruction holds. */
export function blocksOf(instruction: Instruction): readonly Block[] {
  switch (instruction.op) {
    case 'branch':
      return instruction.arms.map(({ body }) => body);
    case 'loop':
      return [instruction.header, instruction.body, instruction.update];
    case 'region':
      return [instruction.body];
    case 'try':
      return [instruction.body, instruction.handler ?? [], instruction.finalizer ?? []];
    default:
      return [];
  }
}

/** Every instruction of a block, those of nested blocks included; nested functions excluded. */
export function* instructionsIn(block: readonly Instruction[]): Generator<Instruction> {
  for (const instruction of block) {
    yield instruction;
    for (const inner of blocksOf(instruction)) yield* instructionsIn(inner);
  }
}

/** True where an instruction of a block, or of one nested in it, is of a kind. */
export function someIn(block: Block, test: (instruction: Instruction) => boolean): boolean {
  return block.some((each) => test(each) || blocksOf(each).some((inner) => someIn(inner, test)));
}

/** The values that an instruction takes. */
export function operandsOf(instruction: Instruction): readonly Temp[] {
  switch (instruction.op) {
    case 'store':
      return [instruction.from];
    case 'get':
      return [instruction.object, ...computedOf(instruction.property)];
    case 'set':
      return [instruction.object, instruction.from, ...computedOf(instruction.property)];
    case 'compute':
      return instruction.operands;
    case 'object':
      return instruction.entries.flatMap((entry) =>
        entry.kind === 'property' ? [entry.value, ...computedOf(entry.property)] : [entry.value],
      );
    case 'array':
      return instruction.elements.map(({ value }) => value);
    case 'call': {
      const { callee } = instruction;
      const called =
        callee.kind === 'member'
          ? [callee.object, ...computedOf(callee.property)]
          : callee.kind === 'value'
            ? [callee.value]
            : [];
      return [...called, ...instruction.arguments.map(({ value }) => value)];
    }
    case 'suspend':
      return [instruction.from];
    case 'branch':
      return [instruction.test, ...instruction.arms.flatMap(({ value }) => value ?? [])];
    case 'loop':
      return instruction.test === undefined ? [] : [instruction.test];
    case 'exit':
      return instruction.from === undefined ? [] : [instruction.from];
    default:
      return [];
  }
}

function computedOf(property: Property): readonly Temp[] {
  return 'computed' in property ? [property.computed] : [];
}
