/** What becomes of a value besides being tested, as far as the program form tells. */
import type { CallInstruction, Instruction, Program, Temp, Variable } from '../lower/program.js';
import { operandsOf } from '../resources/code/blocks.js';
import { instructionsOf } from '../resources/code/instructions.js';

export type Use =
  | { readonly kind: 'argument'; readonly call: CallInstruction }
  | { readonly kind: 'returned' | 'stored' | 'tested' }
  | { readonly kind: 'compared'; readonly operator: string; readonly other: Temp | undefined };

/** Calls whose result is their argument in another notation. */
const NOTATIONS =
  /^(?:parse|stringify|Number|String|Boolean|BigInt|parseInt|parseFloat|toString|from|entries|keys|values)$/u;

export class UseFinder {
  private readonly users = new Map<Temp, Instruction[]>();
  private readonly loads = new Map<Variable, Temp[]>();

  constructor(private readonly program: Program) {
    const { inFunction } = instructionsOf(program);
    for (const form of program.functions) for (const each of inFunction(form)) this.note(each);
  }

  /** The uses of a value, and of what is the same in another notation or a part of it. */
  usesOf(temp: Temp): readonly Use[] {
    const uses: Use[] = [];
    const seen = new Set<Temp>([temp]);
    const queue = [temp];
    const follow = (next: Temp): void => {
      if (seen.has(next)) return;
      seen.add(next);
      queue.push(next);
    };
    for (const each of queue)
      for (const user of this.users.get(each) ?? []) uses.push(...this.useBy(user, each, follow));
    return uses;
  }

  /** What calls a value's method, is given it, or stands for it. */
  private useBy(user: Instruction, temp: Temp, follow: (next: Temp) => void): readonly Use[] {
    switch (user.op) {
      case 'suspend':
      case 'get':
        follow(user.to);
        return [];
      case 'store':
        for (const load of this.loads.get(user.variable) ?? []) follow(load);
        return [];
      case 'compute':
        return this.computation(user, temp, follow);
      case 'branch':
        if (user.arms.some(({ value }) => value === temp)) follow(user.to);
        return user.test === temp ? [{ kind: 'tested' }] : [];
      case 'loop':
        return [{ kind: 'tested' }];
      case 'set':
      case 'object':
      case 'array':
        return [{ kind: 'stored' }];
      case 'exit':
        return user.how === 'return' ? [{ kind: 'returned' }] : [];
      case 'call':
        return this.called(user, temp, follow);
      default:
        return [];
    }
  }

  private computation(
    user: Extract<Instruction, { op: 'compute' }>,
    temp: Temp,
    follow: (next: Temp) => void,
  ): readonly Use[] {
    const { operator } = user;
    if (operator === '!' || operator === 'typeof') return [{ kind: 'tested' }];
    if (/^(?:[=!]==?|[<>]=?|in|instanceof)$/u.test(operator))
      return [{ kind: 'compared', operator, other: user.operands.find((operand) => operand !== temp) }];
    follow(user.to);
    return [];
  }

  private called(user: CallInstruction, temp: Temp, follow: (next: Temp) => void): readonly Use[] {
    if (user.callee.kind === 'member' && user.callee.object === temp) {
      follow(user.to);
      return [];
    }
    if (NOTATIONS.test(this.nameOf(user))) {
      follow(user.to);
      return [];
    }
    return [{ kind: 'argument', call: user }];
  }

  /** The name by which a call calls. */
  nameOf({ callee }: CallInstruction): string {
    if (callee.kind === 'member') return 'name' in callee.property ? callee.property.name : '';
    const loaded = callee.kind === 'value' ? this.program.definitions[callee.value] : undefined;
    return loaded?.op === 'load' ? loaded.variable.name : '';
  }

  private note(instruction: Instruction): void {
    for (const temp of valuesOf(instruction)) {
      const users = this.users.get(temp);
      if (users) users.push(instruction);
      else this.users.set(temp, [instruction]);
    }
    if (instruction.op !== 'load') return;
    const loads = this.loads.get(instruction.variable);
    if (loads) loads.push(instruction.to);
    else this.loads.set(instruction.variable, [instruction.to]);
  }
}

/** What an instruction does something with: neither the function that it calls, nor the object that it changes. */
function valuesOf(instruction: Instruction): readonly Temp[] {
  switch (instruction.op) {
    case 'get':
      return [instruction.object];
    case 'set':
      return [instruction.from];
    case 'object':
      return instruction.entries.map(({ value }) => value);
    case 'call':
      return [
        ...instruction.arguments.map(({ value }) => value),
        ...(instruction.callee.kind === 'member' ? [instruction.callee.object] : []),
      ];
    default:
      return operandsOf(instruction);
  }
}
