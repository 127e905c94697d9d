/** What judging a race needs to know of the file around it. */
import type { FlowContext } from '../flow/context.js';
import type { FlowAccess } from '../flow/value.js';
import type { ClassForm, FunctionForm, Program, Temp } from '../lower/program.js';
import type { Resource } from '../race.js';
import type { Term } from '../resources/terms.js';

/**
 * Whether a function can run twice at once: `concurrent` where something outside calls it, `once` where the
 * file shows that it runs a single time, `unknown` between.
 */
export type Concurrency = 'concurrent' | 'unknown' | 'once';

export interface RaceContext {
  readonly program: Program;
  readonly flow: FlowContext;
  readonly computations: ReadonlyMap<Term, readonly Temp[]>;
  /** Elements of lists that were walked through. */
  readonly elements: ReadonlyMap<Term, Term>;
  readonly singleProcess: boolean;
  concurrencyOf(form: FunctionForm): Concurrency;
  /** True where every caller holds a lock already. */
  isGuardedByCallers(form: FunctionForm): boolean;
  /** True for a class whose objects this file makes inside calls, and keeps there. */
  isMadePerCall(form: ClassForm): boolean;
  /** True where settings or a comment say that nobody else writes the resource. */
  isExempt(write: FlowAccess, resource: Resource): boolean;
}
