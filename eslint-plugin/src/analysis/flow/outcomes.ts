/** Whether the program looks at what a conditional write, or a transaction, came to. */
import type { Term } from '../resources/terms.js';
import type { Value } from './value.js';

export interface Outcome {
  checked: boolean;
}

export class Outcomes {
  private readonly known = new Map<Term, Outcome[]>();

  /** Says that `result` tells the outcome of an operation. */
  register(result: Term, outcome: Outcome): void {
    const registered = this.known.get(result);
    if (registered) registered.push(outcome);
    else this.known.set(result, [outcome]);
  }

  /** Values that were tested, compared, returned or handed on: what they tell is known to the program. */
  noteChecked(values: readonly Value[]): void {
    if (this.known.size === 0) return;
    for (const value of values) this.check(value.term, 0);
  }

  private check(term: Term, depth: number): void {
    for (const outcome of this.known.get(term) ?? []) outcome.checked = true;
    if (depth > 6) return;
    switch (term.kind) {
      case 'member':
      case 'index':
        this.check(term.object, depth + 1);
        return;
      case 'call':
        this.check(term.callee, depth + 1);
        for (const argument of term.arguments) this.check(argument, depth + 1);
        return;
      case 'compute':
        for (const operand of term.operands) this.check(operand, depth + 1);
        return;
      case 'either':
        for (const option of term.options) this.check(option, depth + 1);
        return;
      default:
    }
  }
}
