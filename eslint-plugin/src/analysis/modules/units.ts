/** A module's statements, and which of them each needs: what is taken from a module is often a small part of it. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { LinkedSource } from '../lower/lower-module.js';

type ScopeVariable = TSESLint.Scope.Variable;

/** One statement of a module, or a method of a class. */
export interface Unit {
  readonly node: TSESTree.ProgramStatement | TSESTree.MethodDefinition;
  /** Without its methods. */
  readonly text: string;
  /** The units that it needs: those that declare what it names, and those that change what it declares. */
  readonly needs: Set<Unit>;
  /** What it takes from other modules. */
  readonly imports: Taken[];
  /** The methods of a class that do no more than they are asked to: who never says their names has no part in them. */
  readonly methods: readonly MethodUnit[];
  /** All words of its text; read when they are first asked for. */
  words?: ReadonlySet<string>;
}

export interface MethodUnit extends Unit {
  readonly name: string;
}

/** A name that is taken from another module: `*` for all of them. */
export interface Taken {
  readonly source: string;
  readonly name: string;
}

export interface Units {
  readonly all: readonly Unit[];
  /** What is offered under a name; `*` stands for what cannot be told apart. */
  readonly exported: ReadonlyMap<string, readonly (Unit | Taken)[]>;
  /** Modules whose exports are its own, too. */
  readonly passesOn: readonly string[];
}

const known = new WeakMap<LinkedSource, Units>();

export function unitsOf(source: LinkedSource): Units {
  let units = known.get(source);
  if (!units) known.set(source, (units = new UnitReader(source).read()));
  return units;
}

/** True for a module whose exports are told by assignments: it is taken as a whole. */
export function isCommonJs(text: string): boolean {
  return /\bexports\s*[.=[]|\bexport\s*=/u.test(text);
}

class UnitReader {
  private readonly all: readonly Unit[];
  private readonly exported = new Map<string, (Unit | Taken)[]>();
  private readonly passesOn: string[] = [];
  private readonly declaring = new Map<ScopeVariable, Unit[]>();

  constructor(private readonly source: LinkedSource) {
    this.all = source.ast.body.map((statement) => this.unitOf(statement));
  }

  read(): Units {
    const variables = this.source.scopeManager ? topLevelOf(this.source) : [];
    for (const variable of variables) this.declare(variable);
    for (const variable of variables) this.link(variable);
    this.noteRequired();
    for (const unit of this.all) this.noteExports(unit);
    return { all: this.all, exported: this.exported, passesOn: this.passesOn };
  }

  private unitOf(statement: TSESTree.ProgramStatement): Unit {
    const body = classIn(statement)?.body;
    const { text, base } = this.source;
    const read = ({ range: [start, end] }: TSESTree.Node): string => text.slice(start - base, end - base);
    const whole = read(statement);
    if (!body || /\bthis\s*\[/u.test(whole))
      return { node: statement, text: whole, needs: new Set(), imports: [], methods: [] };
    const methods: MethodUnit[] = [];
    let rest = '';
    let from = statement.range[0];
    for (const element of body.body) {
      const name = nameOfMethod(element, read);
      if (element.type !== 'MethodDefinition' || name === undefined) continue;
      methods.push({
        node: element,
        name,
        text: read(element),
        needs: new Set(),
        imports: [],
        methods: [],
      });
      rest += text.slice(from - base, element.range[0] - base);
      [, from] = element.range;
    }
    rest += text.slice(from - base, statement.range[1] - base);
    return { node: statement, text: rest, needs: new Set(), imports: [], methods };
  }

  private declare(variable: ScopeVariable): void {
    const units = variable.defs.flatMap(({ node }) => this.unitAt(node.range[0]) ?? []);
    this.declaring.set(variable, units);
  }

  /** Who names a variable needs what declares it, and who declares it is made complete by those that change it. */
  private link(variable: ScopeVariable): void {
    const declaring = this.declaring.get(variable) ?? [];
    const origins = variable.defs.flatMap((definition) => originOf(definition) ?? []);
    for (const { identifier } of variable.references) {
      const unit = this.unitAt(identifier.range[0]);
      if (!unit) continue;
      if (!isExportList(unit.node)) for (const each of declaring) unit.needs.add(each);
      for (const { source, name } of origins)
        unit.imports.push({ source, name: name === '*' ? memberOf(identifier) : name });
      if (origins.length > 0 || (isDeclaration(unit.node) && !isChanged(identifier))) continue;
      for (const each of declaring) each.needs.add(unit);
    }
  }

  /** `require('./a')`, `import('./a')` and types of `import('./a')` take all there is. */
  private noteRequired(): void {
    for (const unit of this.all.flatMap((each) => [each, ...each.methods])) {
      if (unit.node.type === 'ImportDeclaration') continue;
      for (const [, , source = ''] of unit.text.matchAll(REQUIRED)) unit.imports.push({ source, name: '*' });
    }
  }

  private noteExports(unit: Unit): void {
    const { node: statement } = unit;
    if (statement.type === 'ExportAllDeclaration') {
      const { value } = statement.source;
      if (!statement.exported) this.passesOn.push(value);
      else this.offer(nameIn(statement.exported), { source: value, name: '*' });
    } else if (statement.type === 'ExportDefaultDeclaration') this.offer('default', unit);
    else if (statement.type === 'ExportNamedDeclaration') this.noteNamed(unit, statement);
  }

  private noteNamed(unit: Unit, statement: TSESTree.ExportNamedDeclaration): void {
    for (const [variable, units] of this.declaring)
      if (statement.declaration && units.includes(unit)) this.offer(variable.name, unit);
    for (const { local, exported } of statement.specifiers) {
      const name = nameIn(exported);
      // The list itself says what is offered; what it names is looked for by itself.
      this.offer(name, unit);
      if (statement.source) this.offer(name, { source: statement.source.value, name: nameIn(local) });
      else this.offerLocal(name, nameIn(local));
    }
  }

  private offerLocal(name: string, local: string): void {
    for (const [variable, units] of this.declaring) {
      if (variable.name !== local) continue;
      for (const unit of units) this.offer(name, unit);
      for (const definition of variable.defs) {
        const origin = originOf(definition);
        if (origin) this.offer(name, origin);
      }
    }
  }

  private offer(name: string, offered: Unit | Taken): void {
    const before = this.exported.get(name);
    if (before) before.push(offered);
    else this.exported.set(name, [offered]);
  }

  private unitAt(position: number): Unit | undefined {
    const unit = at(this.all, position);
    return unit && (at(unit.methods, position) ?? unit);
  }
}

/** The unit that a position is in; they stand in the order of the text. */
function at<U extends Unit>(units: readonly U[], position: number): U | undefined {
  let [low, high] = [0, units.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const unit = units[middle];
    if (!unit) return undefined;
    const [start, end] = unit.node.range;
    if (position < start) high = middle - 1;
    else if (position >= end) low = middle + 1;
    else return unit;
  }
  return undefined;
}

function classIn(statement: TSESTree.ProgramStatement): TSESTree.ClassDeclaration | undefined {
  const declared =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration
      : statement;
  return declared?.type === 'ClassDeclaration' ? declared : undefined;
}

/** The name of a method that changes nothing of its object's own fields, and so tells nothing of what they hold. */
function nameOfMethod(
  element: TSESTree.ClassElement,
  read: (node: TSESTree.Node) => string,
): string | undefined {
  if (element.type !== 'MethodDefinition' || element.kind !== 'method' || element.computed) return undefined;
  if (element.key.type !== 'Identifier' || SETS_FIELD.test(read(element))) return undefined;
  return element.key.name;
}

const SETS_FIELD =
  /\bthis\s*\.\s*#?[\w$]+!?\s*(?:=(?![=>])|(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)=|\+\+|--)|(?:\+\+|--)\s*this\b|[[{,(]\s*this\b[^;]*\]?\s*=(?![=>])|\bassign\s*\(\s*this\b/u;

/** All words of a text. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\w$]+/gu));
}

const REQUIRED = /\b(?:import|require)\s*\(\s*(['"`])([^'"`\n]+)\1/gu;

/** The variables of the module's own scope, or of the outermost one where it has none. */
function topLevelOf({ scopeManager }: LinkedSource): readonly ScopeVariable[] {
  const scopes = scopeManager?.scopes ?? [];
  const module = scopes.find(isModuleScope) ?? scopes[0];
  return (module?.variables ?? []).filter(({ defs }) => defs.length > 0);
}

/** The parser's own names of scopes are compared as texts. */
function isModuleScope({ type }: TSESLint.Scope.Scope): boolean {
  const name: string = type;
  return name === 'module';
}

/** What an import binds. */
function originOf({ node, parent }: ScopeVariable['defs'][number]): Taken | undefined {
  if (node.type === 'TSImportEqualsDeclaration') {
    const reference = node.moduleReference;
    if (reference.type !== 'TSExternalModuleReference') return undefined;
    const { expression } = reference;
    return 'value' in expression && typeof expression.value === 'string'
      ? { source: expression.value, name: '*' }
      : undefined;
  }
  if (parent?.type !== 'ImportDeclaration') return undefined;
  const source = parent.source.value;
  if (node.type === 'ImportSpecifier') return { source, name: nameIn(node.imported) };
  return { source, name: node.type === 'ImportDefaultSpecifier' ? 'default' : '*' };
}

export function nameIn(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** `store.read` takes `read` of a module that is taken as a whole. */
export function memberOf(identifier: TSESTree.Node): string {
  const { parent } = identifier;
  if (parent?.type === 'MemberExpression' && parent.object === identifier && !parent.computed)
    return parent.property.type === 'Identifier' ? parent.property.name : '*';
  if (parent?.type === 'TSQualifiedName' && parent.left === identifier) return parent.right.name;
  return '*';
}

function isExportList(statement: Unit['node']): boolean {
  return statement.type === 'ExportNamedDeclaration' && !statement.declaration;
}

function isDeclaration({ type }: Unit['node']): boolean {
  return /Declaration$|^TSDeclareFunction$|^MethodDefinition$/u.test(type);
}

/** It is assigned, or a member of it is, however deep. */
function isChanged(identifier: TSESTree.Node): boolean {
  let node = identifier;
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = node.parent;
  const { parent } = node;
  switch (parent?.type) {
    case 'AssignmentExpression':
      return parent.left === node;
    case 'UpdateExpression':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    // `[a, b] = …`, `({ a } = …)`, `for (a of …)`
    case 'ArrayPattern':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'RestElement':
      return true;
    case 'Property':
      return parent.parent.type === 'ObjectPattern';
    default:
      return false;
  }
}
