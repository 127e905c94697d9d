/**
 * The program form: what every later stage of the analysis reads instead of a syntax tree. A function is a
 * list of instructions in evaluation order; each produces at most one value, named by a `Temp`. Blocks nest
 * as the source does, so that the order of the text is the order of the walk.
 */
import type { SourceRange } from '../race.js';

/** Names the value that one instruction produces. Unique within a program. */
export type Temp = number;

export interface ImportOrigin {
  /** The module specifier as written; the absolute path where that module is linked to the program. */
  readonly source: string;
  /** The exported name; `default`, or `*` for the whole module. */
  readonly name: string;
}

export type VariableKind = 'local' | 'parameter' | 'function' | 'class' | 'import' | 'global';

export interface Variable {
  /** Counted from 0 in each file. */
  readonly id: number;
  readonly name: string;
  readonly kind: VariableKind;
  /** The function whose activation holds the variable; the module function for module variables. */
  readonly owner: FunctionForm;
  readonly imported?: ImportOrigin;
  readonly annotation?: TypeForm;
  /** Every value the source stores into it, in source order. */
  readonly writes: Temp[];
  /** Read or written by another function than its owner. */
  captured: boolean;
  /** How often the source reads it. */
  loads: number;
  /** The text range of its declaration; absent for globals. */
  readonly at?: SourceRange;
  exported: boolean;
}

/** The part of a type annotation that can name a store. */
export type TypeForm =
  | {
      readonly kind: 'named';
      readonly name: string;
      /** The module in which it is written. */
      readonly module: ModuleForm;
      readonly imported?: ImportOrigin;
      readonly arguments: readonly TypeForm[];
    }
  | { readonly kind: 'members'; readonly members: ReadonlyMap<string, TypeForm> }
  | { readonly kind: 'union'; readonly types: readonly TypeForm[] }
  | {
      readonly kind: 'typeof';
      readonly path: readonly string[];
      readonly variable?: Variable;
      readonly imported?: ImportOrigin;
    }
  | {
      readonly kind: 'returns';
      readonly result: TypeForm;
      /** Names of the parameters, where they are plain. */
      readonly parameters: readonly (string | undefined)[];
    }
  /** An array or a tuple. */
  | { readonly kind: 'list' }
  | { readonly kind: 'unknown' };

export type TypeFormOf<K extends TypeForm['kind']> = Extract<TypeForm, { readonly kind: K }>;

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

export type FunctionKind =
  'module' | 'function' | 'arrow' | 'method' | 'constructor' | 'accessor' | 'initializer';

export interface FunctionForm {
  readonly id: number;
  readonly name: string | undefined;
  readonly kind: FunctionKind;
  readonly async: boolean;
  readonly generator: boolean;
  readonly parent: FunctionForm | undefined;
  /** The class whose member it is. */
  readonly member?: ClassForm;
  readonly at: SourceRange;
  /** One temp per parameter, in order: the value as passed; the body's first instructions bind it. */
  readonly parameters: Temp[];
  /** What is written at each parameter's place: its type, and whether it collects the rest. */
  readonly parameterForms: ParameterForm[];
  readonly returns?: TypeForm;
  readonly body: Block;
  /** Calls and nested functions in its own body, nested functions' bodies excluded. */
  readonly calls: CallInstruction[];
  readonly nested: FunctionForm[];
  /** Variables that its own body stores to, declarations excluded. */
  readonly storesTo: Set<Variable>;
  /** Properties that its own body stores to; `*` for computed names. */
  readonly sets: { readonly object: Temp; readonly name: string }[];
  /** Its own body awaits or yields. */
  suspends: boolean;
  /** True where it reads or writes a variable of an enclosing function other than the module. */
  capturesLocals: boolean;
  /** The functions whose variables it reads or writes, the module and itself excluded. */
  readonly captures: Set<FunctionForm>;
  exported: boolean;
  /** A private member: nobody outside of the class calls it. */
  readonly hidden: boolean;
}

export interface ParameterForm {
  readonly name: string | undefined;
  readonly rest: boolean;
  readonly annotation?: TypeForm;
}

export interface ClassForm {
  readonly name: string | undefined;
  readonly at: SourceRange;
  readonly superClass: Temp | undefined;
  /** What its decorators are: `Entity('users')`. */
  readonly decorators: readonly Temp[];
  readonly owner: FunctionForm;
  readonly methods: Map<string, FunctionForm>;
  /** Getters by name. */
  readonly getters: Map<string, FunctionForm>;
  constructorForm: FunctionForm | undefined;
  /** Type annotations of its fields and parameter properties. */
  readonly fieldTypes: Map<string, TypeForm>;
  /** Every value stored to a field of `this` in its members. */
  readonly fieldWrites: Map<string, Temp[]>;
  readonly members: FunctionForm[];
  exported: boolean;
}

export interface Holder {
  readonly object: Temp;
  variable?: Variable;
}

export interface Comment {
  readonly text: string;
  readonly at: SourceRange;
}

/** What a module offers under a name. */
export type Exported =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'value'; readonly value: Temp }
  | { readonly kind: 'import'; readonly origin: ImportOrigin };

/** One file of a program. */
export interface ModuleForm {
  /** Its absolute path; empty for the file that is analysed. */
  readonly path: string;
  /** `*` is what CommonJS exports as a whole. */
  readonly exports: Map<string, Exported>;
  /** Modules whose exports are its own too: `export * from`. */
  readonly passesOn: string[];
  /** Interfaces and type aliases by name. */
  readonly types: Map<string, TypeForm>;
  /** Types that are written out where they are used: `{ redis: Redis }`. */
  readonly literals: TypeForm[];
  readonly classes: ClassForm[];
}

/**
 * The file that is analysed, and the modules of the project that it is linked to: those it imports, as far as
 * they matter. Ranges of a linked module start at a base of its own, so that no two ranges of a program are equal.
 */
export interface Program {
  /** The function that the analysed file's own statements make up. */
  readonly module: FunctionForm;
  /** What the analysed file declares and offers. */
  readonly file: ModuleForm;
  /** Functions of all modules, those of the analysed file first. */
  readonly functions: readonly FunctionForm[];
  readonly classes: readonly ClassForm[];
  /** The linked modules, by absolute path. */
  readonly linked: ReadonlyMap<string, ModuleForm>;
  /** The instruction that produces each value. */
  readonly definitions: readonly (ValueInstruction | undefined)[];
  /** The object literal that a method belongs to, and the variable that holds it. */
  readonly holders: ReadonlyMap<FunctionForm, Holder>;
  /** Values that are awaited where they are made. */
  readonly awaited: ReadonlySet<Temp>;
  /** The comments that speak to this tool. */
  readonly directives: readonly Comment[];
  /** The text of a range, for names in messages. */
  textOf(range: SourceRange): string;
  /** Whether a range is in a linked module rather than in the file that is analysed. */
  isLinked(range: SourceRange): boolean;
}
