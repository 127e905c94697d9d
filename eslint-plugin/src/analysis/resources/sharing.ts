/** Whether an object can be one that other executions hold too, from where the expression got it. */
import { CONTAINERS } from '../../stores/memory.js';
import type { Callee, Program, Temp } from '../lower/program.js';
import { collectReturns } from './code/returns.js';

/** Methods that write to a container of the language. */
export const WRITING_METHODS = new Set(
  Object.values(CONTAINERS).flatMap((methods) =>
    Object.entries(methods).flatMap(([name, { operation }]) =>
      operation === 'write' || operation === 'delete' ? [name] : [],
    ),
  ),
);

/** Objects are not traced further back than this. */
const MAX_DEPTH = 300;

export class Sharing {
  private depth = 0;
  private readonly shared = new Map<Temp, boolean>();

  constructor(
    private readonly program: Program,
    /** Names that settings declare to be shared. */
    private readonly names: ReadonlySet<string> = new Set(),
  ) {}

  /** True for the name of something that settings say others hold too. */
  isDeclared(name: string | undefined): boolean {
    return name !== undefined && this.names.has(name);
  }

  /** False for what was made in the function, or given to it: nobody else holds it. */
  mayBeShared(temp: Temp): boolean {
    let known = this.shared.get(temp);
    if (known === undefined) {
      if (this.depth >= MAX_DEPTH) return true;
      this.depth++;
      this.shared.set(temp, false);
      known = this.decideShared(temp);
      this.shared.set(temp, known);
      this.depth--;
    }
    return known;
  }

  private decideShared(temp: Temp): boolean {
    const definition = this.program.definitions[temp];
    switch (definition?.op) {
      case 'this':
        return true;
      case 'load': {
        const { variable } = definition;
        if (this.names.has(variable.name)) return true;
        if (variable.kind === 'global')
          return /^(?:exports|module|globalThis|global|window|self)$/u.test(variable.name);
        if (variable.imported || variable.owner.kind === 'module' || variable.kind === 'class') return true;
        return variable.captured || variable.writes.some((write) => this.mayBeShared(write));
      }
      case 'get':
        return this.mayBeShared(definition.object);
      case 'suspend':
        return this.mayBeShared(definition.from);
      case 'call':
        return this.givesShared(definition.callee);
      case 'compute':
        return definition.operands.some((operand) => this.mayBeShared(operand));
      case 'branch':
        return definition.arms.some((arm) => arm.value !== undefined && this.mayBeShared(arm.value));
      default:
        return false;
    }
  }

  /** A method of a shared object, or a function of this file that returns one. */
  private givesShared(callee: Callee): boolean {
    if (callee.kind === 'super') return false;
    if (callee.kind === 'member' && this.mayBeShared(callee.object)) return true;
    const called = callee.kind === 'value' ? this.program.definitions[callee.value] : undefined;
    if (called?.op !== 'load') return false;
    return called.variable.writes.some((write) => {
      const made = this.program.definitions[write];
      return (
        made?.op === 'closure' &&
        collectReturns(made.form.body).some((returned) => this.mayBeShared(returned))
      );
    });
  }
}
