/** What one analysis run shares between its walks. */
import type { FunctionForm, Temp } from '../lower/program.js';
import type { Definitions } from '../resources/definitions.js';
import type { Receivers } from '../resources/receivers.js';
import type { SharedPlaces } from '../resources/shared-places.js';
import type { Term, TermTable } from '../resources/terms.js';
import type { Summaries } from '../summaries/summary.js';
import type { Outcomes } from './outcomes.js';
import type { FlowAccess } from './value.js';

export interface FlowContext {
  readonly definitions: Definitions;
  readonly terms: TermTable;
  readonly receivers: Receivers;
  readonly shared: SharedPlaces;
  readonly summaries: Summaries;
  readonly outcomes: Outcomes;
  /** Which computation made a term, for those who rewrite it. */
  readonly computations: Map<Term, readonly Temp[]>;
  /** The list that an element stands for, where one was walked through. */
  readonly elements: Map<Term, Term>;
  /** Calls whose promises are waited for. */
  readonly answers: Set<Term>;
  /** Accesses of callbacks that run later, whatever led to the call that was given them. */
  readonly later: WeakSet<FlowAccess>;
  /** Accesses of functions that outlive the walked one, which made them. */
  readonly outliving: WeakSet<FlowAccess>;
  /** False for functions that neither write what is shared nor hold one that does. */
  readonly isWorthWalking: (form: FunctionForm) => boolean;
  /** True for the name of something that settings say others hold too. */
  readonly isDeclaredShared: (name: string | undefined) => boolean;
  readonly isLock: (callee: Term, name: string | undefined) => boolean;
  /** Throws where the analysis was cancelled. */
  readonly checkCancelled: () => void;
}
