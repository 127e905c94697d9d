/**
 * The program form: what every later stage of the analysis reads instead of a syntax tree. A function is a
 * list of instructions in evaluation order; each produces at most one value, named by a `Temp`. Blocks nest
 * as the source does, so that the order of the text is the order of the walk.
 */
import type { SourceRange } from '../race.js';
import type { Block, CallInstruction, Temp, ValueInstruction } from './instructions.js';

export type * from './instructions.js';

export interface ImportOrigin {
  /** The module specifier as written; the absolute path where that module is linked to the program. */
  readonly source: string;
  /** The exported name; `default`, or `*` for the whole module. */
  readonly name: string;
}

export type VariableKind = 'local' | 'parameter' | 'function' | 'class' | 'import' | 'global';

export interface Variable {
  /** Counted from 0 in each program. */
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
