/** Arms of one expression: what happens in one of them does not happen before or after what is in another. */
import type { FlowAccess } from '../../flow/value.js';
import type { BranchInstruction, Instruction, Program, Temp } from '../../lower/program.js';
import type { SourceRange } from '../../race.js';

/**
 * `plan = fresh ? plan : await refine()`: the arm that reads does not wait, and the arm that waits does not read.
 * Asked within the written expression only: statements of a loop can take one arm and then another.
 */
export function waitsOnlyElsewhere(read: FlowAccess, write: FlowAccess, program: Program): boolean {
  const { instruction } = write;
  if (instruction.op !== 'store' && instruction.op !== 'set') return false;
  const branches = branchesOf(instruction.from, program);
  if (branches.length === 0) return false;
  const passed = read.suspensions?.count ?? 0;
  for (let each = write.suspensions; each && each.count > passed; each = each.before) {
    const { at } = each.at;
    if (!branches.some((branch) => areApart(branch, read.instruction.at, at))) return false;
  }
  return true;
}

/** Deeper expressions are not looked into. */
const MAX_DEPTH = 12;

/** The conditional expressions that a value is put together from, variables excluded. */
function branchesOf(temp: Temp, program: Program, depth = 0): readonly BranchInstruction[] {
  const definition = program.definitions[temp];
  if (!definition || depth > MAX_DEPTH) return [];
  const inner = partsOf(definition).flatMap((part) => branchesOf(part, program, depth + 1));
  return definition.op === 'branch' ? [definition, ...inner] : inner;
}

function partsOf(instruction: Instruction): readonly Temp[] {
  switch (instruction.op) {
    case 'branch':
      return instruction.arms.flatMap(({ value }) => value ?? []);
    case 'compute':
      return instruction.operands;
    case 'call':
      return instruction.arguments.map(({ value }) => value);
    case 'suspend':
      return [instruction.from];
    default:
      return [];
  }
}

function areApart({ arms }: BranchInstruction, one: SourceRange, other: SourceRange): boolean {
  const holds = (range: SourceRange): number =>
    arms.findIndex(({ body }) => body.some(({ at }) => at.start <= range.start && range.end <= at.end));
  const first = holds(one);
  const second = holds(other);
  return first >= 0 && second >= 0 && first !== second;
}
