/** Syntax tree in, program form out. The only stage that knows ESTree. */
import type { TSESLint } from '@typescript-eslint/utils';
import { FunctionBuilder, rangeOf } from './builder.js';
import { findDirectives } from './directives.js';
import type {
  ClassForm,
  FunctionForm,
  FunctionKind,
  Holder,
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

/** What the lowering of one file shares between its functions. */
export interface ModuleLowering {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly bindings: Bindings;
  readonly prototypes: Prototypes;
  readonly definitions: (ValueInstruction | undefined)[];
  readonly functions: FunctionForm[];
  readonly classes: ClassForm[];
  readonly holders: Map<FunctionForm, Holder>;
  readonly awaited: Set<Temp>;
  readonly objectHolders: Map<Temp, Holder>;
  /** Comments may give types: looked for only where one of them imports. */
  readonly hasJsDocTypes: boolean;
  nextTemp(): Temp;
  nextTarget(): number;
}

/**
 * Lowers one parsed file. Takes any ESTree with scopes (espree, @typescript-eslint/parser and others);
 * syntax that the form does not model becomes opaque values around its evaluated parts.
 */
export function lowerModule(sourceCode: Readonly<TSESLint.SourceCode>): Program {
  const ast = sourceCode.ast;
  const functions: FunctionForm[] = [];
  const module = newFunction(functions, {
    name: undefined,
    kind: 'module',
    at: rangeOf(ast),
    parent: undefined,
  });
  const types = new Map<string, TypeForm>();
  let temps = 0;
  let targets = 0;
  const bindings = bindScopes(sourceCode, module);
  const prototypes = new Prototypes(ast, bindings, module);
  const lowering: ModuleLowering = {
    sourceCode,
    bindings,
    prototypes,
    definitions: [],
    functions,
    classes: [...prototypes.classes],
    holders: new Map(),
    objectHolders: new Map(),
    awaited: new Set(),
    hasJsDocTypes: sourceCode.text.includes('{import('),
    nextTemp: () => temps++,
    nextTarget: () => targets++,
  };
  collectTypes(ast, lowering.bindings, types);
  if (lowering.hasJsDocTypes) collectTypedefs(ast.comments ?? [], types);
  lowerStatements(new FunctionBuilder(lowering, module), ast.body);
  return {
    module,
    functions,
    classes: lowering.classes,
    types,
    definitions: lowering.definitions,
    holders: lowering.holders,
    awaited: lowering.awaited,
    directives: findDirectives(ast.comments ?? []),
    textOf: ({ start, end }) => sourceCode.text.slice(start, end),
  };
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
