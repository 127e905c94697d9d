/** What judging a race needs to know of the file around it. */
import type { FlowContext } from '../flow/context.js';
import type { ClassForm, FunctionForm, Program, Temp } from '../lower/program.js';
import type { Resource } from '../race.js';
import type { Term } from '../resources/terms.js';
import type { StoreModel } from '../../stores/model.js';
import type { ClassRole } from './callers/class-roles.js';
import type { Written } from './exemptions.js';
import type { ProgramIndex } from '../resources/code/program-index.js';
import type { Turns } from './callers/turns.js';
import type { UseFinder } from './uses.js';

/**
 * Whether a function can run twice at once: `concurrent` where something outside calls it, `once` where the
 * file shows that it runs a single time, `unknown` between.
 */
export type Concurrency = 'concurrent' | 'unknown' | 'once';

/** Who else counts: what runs in the same process, or whoever reaches the store. */
export type Reach = 'process' | 'stores';

export interface RaceContext {
  readonly program: Program;
  readonly flow: FlowContext;
  readonly computations: ReadonlyMap<Term, readonly Temp[]>;
  /** Elements of lists that were walked through. */
  readonly elements: ReadonlyMap<Term, Term>;
  readonly singleProcess: boolean;
  /** The indexes of vectors of which the file speaks. */
  readonly vectorStores: readonly StoreModel[];
  /** A test: its functions run one after the other. */
  readonly isTest: boolean;
  /** Whether the text of the file holds a word. */
  speaksOf(word: string): boolean;
  /** The path of the file, as far as it is known. */
  readonly filename: string;
  /** The file is a test, or a part of a build: nobody runs it twice at once. */
  readonly isOneShot: boolean;
  /** Where things stand in the program; made when it is first asked. */
  readonly index: ProgramIndex;
  /** What becomes of values in this file; made when it is first asked. */
  readonly uses: UseFinder;
  /** Which functions run one after the other; made when it is first asked. */
  readonly turns: Turns;
  concurrencyOf(form: FunctionForm, reach?: Reach): Concurrency;
  /** True where every caller holds a lock already. */
  isGuardedByCallers(form: FunctionForm): boolean;
  /** True for a class whose objects this file makes inside calls, and keeps there. */
  isMadePerCall(form: ClassForm): boolean;
  /** True for a class of which listeners, timers or other callbacks hold an object, beside the call that made it. */
  isHeldByCallbacks(form: ClassForm): boolean;
  /** What a framework makes of the objects of a class. */
  roleOf(form: ClassForm): ClassRole | undefined;
  /** True where settings or a comment say that nobody else writes the resource. */
  isExempt(write: Written, resource: Resource): boolean;
  /** True where settings say that other executions hold it. */
  isDeclaredShared(write: Written): boolean;
}
