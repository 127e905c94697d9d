/** What a function of the program form is a list of: its instructions, about a dozen kinds. */
import type { SourceRange } from '../race.js';
import type { ClassForm, FunctionForm, TypeForm, Variable } from './program.js';

/** Names the value that one instruction produces. Unique within a program. */
export type Temp = number;

export type Property = { readonly name: string } | { readonly computed: Temp };

export type Argument = { readonly value: Temp; readonly spread: boolean };

export type Callee =
  | { readonly kind: 'value'; readonly value: Temp }
  | { readonly kind: 'member'; readonly object: Temp; readonly property: Property }
  | { readonly kind: 'super' };

interface Placed {
  readonly at: SourceRange;
}

/** A value that needs no evaluation; `opaque` stands for one the form does not model, e.g. a regular expression. */
export interface LiteralInstruction extends Placed {
  readonly op: 'literal';
  readonly to: Temp;
  readonly value: string | number | boolean | bigint | null | undefined;
  readonly opaque?: boolean;
}
export interface LoadInstruction extends Placed {
  readonly op: 'load';
  readonly to: Temp;
  readonly variable: Variable;
}
export interface StoreInstruction extends Placed {
  readonly op: 'store';
  readonly variable: Variable;
  readonly from: Temp;
  /** True where the store is the variable's declaration. */
  readonly declares: boolean;
}
export interface ThisInstruction extends Placed {
  readonly op: 'this';
  readonly to: Temp;
  /** The nearest function that is not an arrow. */
  readonly owner: FunctionForm;
}
export interface GetInstruction extends Placed {
  readonly op: 'get';
  readonly to: Temp;
  readonly object: Temp;
  readonly property: Property;
}
export interface SetInstruction extends Placed {
  readonly op: 'set';
  readonly object: Temp;
  readonly property: Property;
  readonly from: Temp;
}
/** An operator, a template (`template`), an iteration step (`element`, `key`), a cast (`as`), or `caught`. */
export interface ComputeInstruction extends Placed {
  readonly op: 'compute';
  readonly to: Temp;
  readonly operator: string;
  readonly operands: readonly Temp[];
  readonly annotation?: TypeForm;
}
export interface ObjectInstruction extends Placed {
  readonly op: 'object';
  readonly to: Temp;
  readonly entries: readonly ObjectEntry[];
}
export type ObjectEntry =
  | { readonly kind: 'property'; readonly property: Property; readonly value: Temp }
  | { readonly kind: 'spread'; readonly value: Temp };
export interface ArrayInstruction extends Placed {
  readonly op: 'array';
  readonly to: Temp;
  readonly elements: readonly Argument[];
}
export interface CallInstruction extends Placed {
  readonly op: 'call';
  readonly to: Temp;
  readonly callee: Callee;
  readonly arguments: readonly Argument[];
  readonly construct: boolean;
  /** True for a tagged template: the first argument is the array of its fixed parts. */
  readonly tagged: boolean;
  /** What is written between `<` and `>`. */
  readonly types?: readonly TypeForm[];
}
export interface SuspendInstruction extends Placed {
  readonly op: 'suspend';
  readonly to: Temp;
  readonly from: Temp;
  readonly reason: 'await' | 'yield' | 'for-await';
}
export interface Arm {
  readonly body: Block;
  /** The value of the whole branch when this arm was taken, where the branch is an expression. */
  readonly value?: Temp;
  /** Of a switch: what its test is compared with to get here; undefined stands for the default. */
  readonly cases?: readonly (Temp | undefined)[];
}
/**
 * At most one arm runs. `truthy` and `nullish` have two arms, the first taken when the test holds;
 * `switch` has one per case that has a body, and an empty one for those that have none.
 */
export interface BranchInstruction extends Placed {
  readonly op: 'branch';
  readonly on: 'truthy' | 'nullish' | 'switch';
  readonly test: Temp;
  readonly arms: readonly Arm[];
  readonly to: Temp;
}
export interface LoopInstruction extends Placed {
  readonly op: 'loop';
  readonly target: number;
  /** Runs before each round: the test, or the step of the iteration. */
  readonly header: Block;
  /** The value the header tests; absent where the loop ends by exhaustion or by `break` only. */
  readonly test?: Temp;
  readonly body: Block;
  readonly update: Block;
  /** True where the body runs before the first test. */
  readonly bodyFirst: boolean;
}
/** A block that `break` can leave: a labelled statement or a switch. */
export interface RegionInstruction extends Placed {
  readonly op: 'region';
  readonly target: number;
  readonly body: Block;
}
export interface TryInstruction extends Placed {
  readonly op: 'try';
  readonly body: Block;
  readonly handler?: Block;
  readonly finalizer?: Block;
}
export interface ExitInstruction extends Placed {
  readonly op: 'exit';
  readonly how: 'return' | 'throw' | 'break' | 'continue';
  readonly from?: Temp;
  readonly target?: number;
}
export interface ClosureInstruction extends Placed {
  readonly op: 'closure';
  readonly to: Temp;
  readonly form: FunctionForm;
}
export interface ClassInstruction extends Placed {
  readonly op: 'class';
  readonly to: Temp;
  readonly form: ClassForm;
}

export type Instruction =
  | LiteralInstruction
  | LoadInstruction
  | StoreInstruction
  | ThisInstruction
  | GetInstruction
  | SetInstruction
  | ComputeInstruction
  | ObjectInstruction
  | ArrayInstruction
  | CallInstruction
  | SuspendInstruction
  | BranchInstruction
  | LoopInstruction
  | RegionInstruction
  | TryInstruction
  | ExitInstruction
  | ClosureInstruction
  | ClassInstruction;

export type ValueInstruction = Extract<Instruction, { readonly to: Temp }>;

export type Block = Instruction[];
