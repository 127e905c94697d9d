/** Which variable an identifier means, from ESLint's scope analysis, as variables of the program form. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { rangeOf } from './builder.js';
import type { SourceText } from './lower-module.js';
import type { FunctionForm, ImportOrigin, ModuleForm, TypeForm, Variable, VariableKind } from './program.js';

type Scope = TSESLint.Scope.Scope;
type ScopeVariable = TSESLint.Scope.Variable;

/** Looks variables up by identifier node; the owner of each is filled in when its function is lowered. */
export interface Bindings {
  readonly module: ModuleForm;
  /** The linked module that a specifier means, or the specifier itself. */
  link(specifier: string): string;
  /** The variable that an identifier reads, writes or declares; a global one where nothing declares it. */
  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable;
  /** Says that variables declared in this function's own scopes belong to `form`. */
  enter(node: TSESTree.Node, form: FunctionForm): void;
  /** The import that a name in a type position refers to. */
  importOf(identifier: TSESTree.Identifier): ImportOrigin | undefined;
  annotate(identifier: TSESTree.Identifier, annotation: TypeForm): void;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function bindScopes(
  sourceCode: SourceText,
  module: FunctionForm,
  self: ModuleForm,
  link: (specifier: string) => string,
  nextId: () => number,
): Bindings {
  const resolved = resolvedIn(sourceCode.scopeManager);
  const variables = new Map<ScopeVariable, Writable<Variable>>();
  const globals = new Map<string, Writable<Variable>>();
  const owners = new Map<TSESTree.Node, FunctionForm>();
  const linkedOrigin = (variable: ScopeVariable): ImportOrigin | undefined => {
    const origin = importOriginOf(variable);
    return origin && { source: link(origin.source), name: origin.name };
  };
  const global = (name: string): Writable<Variable> => {
    let variable = globals.get(name);
    if (!variable) {
      variable = {
        id: nextId(),
        name,
        kind: 'global',
        owner: module,
        writes: [],
        loads: 0,
        captured: false,
        exported: false,
      };
      globals.set(name, variable);
    }
    return variable;
  };
  const ownerOf = (scope: Scope): FunctionForm => {
    for (let outer: Scope | null = scope; outer; outer = outer.upper) {
      const owner = owners.get(outer.block);
      if (owner) return owner;
    }
    return module;
  };
  const find = (identifier: TSESTree.Node & { name: string }): Writable<Variable> => {
    const found = resolved.get(identifier);
    if (!found) return global(identifier.name);
    const declared = outerTwin(found);
    let variable = variables.get(declared);
    if (!variable) {
      const imported = linkedOrigin(declared);
      const name = declared.identifiers[0];
      variable = {
        id: nextId(),
        name: declared.name,
        kind: kindOf(declared),
        owner: ownerOf(declared.scope),
        writes: [],
        loads: 0,
        captured: false,
        exported: false,
        ...(imported && { imported }),
        ...(name && { at: rangeOf(name) }),
      };
      variables.set(declared, variable);
    }
    return variable;
  };

  return {
    module: self,
    link,
    variableOf: find,
    enter: (node, form) => owners.set(node, form),
    importOf: (identifier) => {
      const declared = resolved.get(identifier);
      return declared && linkedOrigin(declared);
    },
    annotate: (identifier, annotation) => {
      find(identifier).annotation = annotation;
    },
  };
}

type Resolved = ReadonlyMap<TSESTree.Node, ScopeVariable>;

const resolvedBy = new WeakMap<TSESLint.Scope.ScopeManager, Resolved>();

/** What each identifier means. A module is linked to many files: it is looked through once. */
function resolvedIn(scopeManager: SourceText['scopeManager']): Resolved {
  if (!scopeManager) return new Map();
  const known = resolvedBy.get(scopeManager);
  if (known) return known;
  const resolved = new Map<TSESTree.Node, ScopeVariable>();
  for (const scope of scopeManager.scopes) {
    for (const reference of scope.references) {
      if (reference.resolved && reference.resolved.defs.length > 0)
        resolved.set(reference.identifier, reference.resolved);
    }
    for (const variable of scope.variables) {
      if (variable.defs.length === 0) continue;
      for (const identifier of variable.identifiers)
        if (!resolved.has(identifier)) resolved.set(identifier, variable);
    }
  }
  resolvedBy.set(scopeManager, resolved);
  return resolved;
}

/** A class declares its name twice, outside and inside itself; both are one variable here. */
function outerTwin(variable: ScopeVariable): ScopeVariable {
  if (String(variable.scope.type) !== 'class') return variable;
  const outer = variable.scope.upper?.set.get(variable.name);
  return outer && outer.defs[0]?.node === variable.defs[0]?.node ? outer : variable;
}

function kindOf(variable: ScopeVariable): VariableKind {
  // Compared as plain strings: parsers other than typescript-eslint's bring their own scope manager.
  switch (String(variable.defs[0]?.type)) {
    case 'Parameter':
      return 'parameter';
    case 'FunctionName':
      return 'function';
    case 'ClassName':
      return 'class';
    case 'ImportBinding':
      return 'import';
    default:
      return 'local';
  }
}

function importOriginOf(variable: ScopeVariable): ImportOrigin | undefined {
  const definition = variable.defs[0];
  if (!definition || String(definition.type) !== 'ImportBinding') return undefined;
  const { node, parent } = definition;
  if (node.type === 'TSImportEqualsDeclaration') {
    const reference = node.moduleReference;
    if (reference.type !== 'TSExternalModuleReference' || reference.expression.type !== 'Literal')
      return undefined;
    return { source: String(reference.expression.value), name: '*' };
  }
  if (!parent || parent.type !== 'ImportDeclaration' || typeof parent.source.value !== 'string')
    return undefined;
  const source = parent.source.value;
  switch (node.type) {
    case 'ImportDefaultSpecifier':
      return { source, name: 'default' };
    case 'ImportNamespaceSpecifier':
      return { source, name: '*' };
    case 'ImportSpecifier':
      return {
        source,
        name: node.imported.type === 'Identifier' ? node.imported.name : String(node.imported.value),
      };
    default:
      return undefined;
  }
}
