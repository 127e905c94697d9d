/** Syntax tree in, program form out. The only stage that knows ESTree. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { FunctionBuilder, rangeOf } from './builder.js';
import { findDirectives } from './directives.js';
import type {
  ClassForm,
  FunctionForm,
  FunctionKind,
  Holder,
  ModuleForm,
  Program,
  Temp,
  TypeForm,
  ValueInstruction,
} from './program.js';
import { bindScopes, type Bindings } from './scopes.js';
import { collectTypedefs } from './jsdoc.js';
import { Prototypes } from './prototypes.js';
import { lowerStatements } from './statements.js';
import { collectTypes } from './types.js';

/** What the lowering reads of a parsed file: ESLint's `SourceCode` has it, and so has a linked module. */
export type SourceText = Pick<
  Readonly<TSESLint.SourceCode>,
  'ast' | 'text' | 'scopeManager' | 'visitorKeys' | 'getCommentsBefore'
>;

/** A module that the analysed file imports, with its ranges moved to its base. */
export interface LinkedSource extends SourceText {
  readonly path: string;
  readonly base: number;
  /** Those of its statements that are taken, the methods that are not, and the text; all where they are left out. */
  readonly statements?: readonly TSESTree.ProgramStatement[];
  readonly left?: ReadonlySet<TSESTree.Node>;
  readonly spoken?: string;
}

/** The modules to link, and which of them a specifier means. */
export interface Linkage {
  readonly sources: readonly LinkedSource[];
  /** The path of a linked module; the specifier itself where it means none. */
  resolve(specifier: string, from: string): string;
}

/** A file by itself. */
export const UNLINKED: Linkage = { sources: [], resolve: (specifier) => specifier };

/** What the lowering of a program shares between its modules. */
interface ProgramLowering {
  readonly definitions: (ValueInstruction | undefined)[];
  readonly functions: FunctionForm[];
  readonly classes: ClassForm[];
  readonly holders: Map<FunctionForm, Holder>;
  readonly awaited: Set<Temp>;
  readonly objectHolders: Map<Temp, Holder>;
  nextTemp(): Temp;
  nextTarget(): number;
  nextVariable: () => number;
  /** Asked before each function: what it throws ends the lowering. */
  checkCancelled(): void;
}

/** What the lowering of one file shares between its functions. */
export interface ModuleLowering extends ProgramLowering {
  readonly sourceCode: SourceText;
  readonly self: ModuleForm;
  readonly bindings: Bindings;
  readonly prototypes: Prototypes;
  /** Methods that nobody calls. */
  readonly left: ReadonlySet<TSESTree.Node> | undefined;
  /** Comments may give types: looked for only where one of them imports. */
  readonly hasJsDocTypes: boolean;
  /** The linked module that a specifier means, or the specifier itself. */
  link(specifier: string): string;
}

/**
 * Lowers one parsed file, and the modules it is linked to. Takes any ESTree with scopes (espree,
 * @typescript-eslint/parser and others); syntax that the form does not model becomes opaque values around its
 * evaluated parts.
 */
export function lowerModule(
  sourceCode: SourceText,
  linkage: Linkage = UNLINKED,
  checkCancelled: () => void = () => undefined,
): Program {
  let temps = 0;
  let targets = 0;
  let variables = 0;
  const shared: ProgramLowering = {
    definitions: [],
    functions: [],
    classes: [],
    holders: new Map(),
    objectHolders: new Map(),
    awaited: new Set(),
    nextTemp: () => temps++,
    nextTarget: () => targets++,
    nextVariable: () => variables++,
    checkCancelled,
  };
  const file = newModule('');
  const module = lowerFile(sourceCode, sourceCode.ast.body, file, shared, linkage);
  const linked = new Map(linkage.sources.map(({ path }) => [path, newModule(path)]));
  for (const source of linkage.sources) {
    const form = linked.get(source.path);
    if (form) lowerFile(source, source.statements ?? source.ast.body, form, shared, linkage);
  }
  return {
    module,
    file,
    functions: shared.functions,
    classes: shared.classes,
    linked,
    definitions: shared.definitions,
    holders: shared.holders,
    awaited: shared.awaited,
    directives: [sourceCode, ...linkage.sources].flatMap(({ ast }) => findDirectives(ast.comments ?? [])),
    textOf: textReader(sourceCode, linkage.sources),
    isLinked: ({ start }) => start >= FIRST_BASE,
  };
}

function newModule(path: string): ModuleForm {
  return { path, exports: new Map(), passesOn: [], types: new Map(), literals: [], classes: [] };
}

/** Linked modules have their ranges from here on; no file is so long. */
export const FIRST_BASE = 2 ** 40;

function textReader(main: SourceText, linked: readonly LinkedSource[]): Program['textOf'] {
  return ({ start, end }) => {
    if (end < FIRST_BASE) return main.text.slice(start, end);
    const source = linked.find(({ base, text }) => base <= start && end <= base + text.length);
    return source ? source.text.slice(start - source.base, end - source.base) : '';
  };
}

function lowerFile(
  sourceCode: SourceText | LinkedSource,
  statements: readonly TSESTree.ProgramStatement[],
  self: ModuleForm,
  shared: ProgramLowering,
  linkage: Linkage,
): FunctionForm {
  const { ast } = sourceCode;
  const module = newFunction(shared.functions, {
    name: undefined,
    kind: 'module',
    at: rangeOf(ast),
    parent: undefined,
  });
  const link = (specifier: string): string => linkage.resolve(specifier, self.path);
  const bindings = bindScopes(sourceCode, module, self, link, shared.nextVariable);
  const prototypes = new Prototypes(statements, bindings, module);
  const lowering: ModuleLowering = {
    ...shared,
    sourceCode,
    self,
    bindings,
    prototypes,
    left: 'left' in sourceCode ? sourceCode.left : undefined,
    hasJsDocTypes: sourceCode.text.includes('{import('),
    link,
  };
  self.classes.push(...prototypes.classes);
  shared.classes.push(...prototypes.classes);
  collectTypes(statements, bindings, self.types);
  if (lowering.hasJsDocTypes) collectTypedefs(ast.comments ?? [], lowering);
  lowerStatements(new FunctionBuilder(lowering, module), statements);
  return module;
}

interface NewFunction {
  readonly name: string | undefined;
  readonly kind: FunctionKind;
  readonly at: FunctionForm['at'];
  readonly parent: FunctionForm | undefined;
  readonly async?: boolean;
  readonly generator?: boolean;
  readonly member?: ClassForm;
  readonly returns?: TypeForm;
  readonly hidden?: boolean;
}

/** Registers an empty function with the file and with the function around it. */
export function newFunction(functions: FunctionForm[], made: NewFunction): FunctionForm {
  const form: FunctionForm = {
    async: false,
    generator: false,
    hidden: false,
    ...made,
    id: functions.length,
    parameters: [],
    parameterForms: [],
    body: [],
    calls: [],
    nested: [],
    storesTo: new Set(),
    sets: [],
    suspends: false,
    capturesLocals: false,
    captures: new Set(),
    exported: false,
  };
  functions.push(form);
  made.parent?.nested.push(form);
  return form;
}
