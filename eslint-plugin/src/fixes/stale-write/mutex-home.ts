/** Where the mutex of a place lives: beside the state that it guards, so that all who share the one share the other. */
import type { TSESTree } from '@typescript-eslint/utils';
import { addImport } from '../code/declarations.js';
import {
  ancestorsOf,
  enclosingFunction,
  isBlock,
  isFunction,
  isWithin,
  rootOf,
  withoutTypes,
  type FunctionNode,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { endWithComments } from '../code/region.js';
import { declaratorOf, freshName, variableOf, type Variable } from '../code/scopes.js';
import { statementOf } from '../code/statements.js';
import { styleOf } from '../code/style.js';
import { indentationAt, textOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';
import { addMember, classAround, type ClassState } from './class-member.js';
import { nameOf, type Place } from './place.js';

export interface MutexHome {
  /** How the section says it: `totalMutex`, `this.mutex`. */
  readonly reference: string;
  readonly edits: readonly TextEdit[];
  /** The library is not imported yet. */
  readonly isNew: boolean;
}

/** The mutex of a place, one that is there or a new one; undefined where nothing tells who shares the state. */
export function homeOf(sourceCode: SourceCode, place: Place): MutexHome | undefined {
  const root = findRoot(sourceCode, place.target, place.owner);
  if (!root) return undefined;
  const imported = addImport(sourceCode, 'async-mutex', 'Mutex');
  const made = `new ${imported.name}()`;
  const added =
    root.kind === 'class'
      ? addMember(sourceCode, root, place.target, {
          name: 'mutex',
          value: made,
          isConstant: true,
          isReusable: true,
        })
      : addVariable(sourceCode, root.variable, place, made);
  return added && { ...added, edits: [...imported.edits, ...added.edits], isNew: imported.edits.length > 0 };
}

type Root =
  | ({ readonly kind: 'class' } & ClassState)
  | { readonly kind: 'variable'; readonly variable: Variable | undefined };

/** What the written expression starts from, through the names that the function gives to parts of it. */
function findRoot(
  sourceCode: SourceCode,
  expression: Node,
  owner: FunctionNode,
  depth = 0,
): Root | undefined {
  const root = rootOf(expression);
  if (root.type === 'ThisExpression') return rootOfThis(sourceCode, root);
  if (root.type !== 'Identifier' || depth > 4) return undefined;
  const variable = variableOf(sourceCode, root);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return { kind: 'variable', variable: undefined };
  if (definition.type === 'ClassName') {
    const body = definition.node.body;
    const isInside = isWithin(root, body);
    return isInside
      ? { kind: 'class', body, isStatic: true, self: root.name }
      : { kind: 'variable', variable: undefined };
  }
  if (!isWithin(definition.name, owner)) return { kind: 'variable', variable };
  const declarator = declaratorOf(variable);
  if (!declarator) return undefined;
  const loop = declarator.parent.parent;
  const from = loop.type === 'ForOfStatement' ? loop.right : declarator.init;
  if (!from) return undefined;
  const found = findRoot(sourceCode, from, owner, depth + 1);
  const isAlias = withoutTypes(from).type === 'ThisExpression' && declarator.id === definition.name;
  return found?.kind === 'class' && isAlias ? { ...found, self: variable.name } : found;
}

function rootOfThis(sourceCode: SourceCode, node: TSESTree.ThisExpression): Root | undefined {
  const found = classAround(node);
  if (found) return { kind: 'class', self: 'this', ...found };
  // `const store = { count: 0, async add() { this.count … } }`: as many as there are objects, here one.
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor.type === 'ObjectExpression') {
      const declarator = ancestor.parent;
      if (declarator.type !== 'VariableDeclarator' || enclosingFunction(declarator)) return undefined;
      const [variable] = sourceCode.getDeclaredVariables(declarator);
      return variable && { kind: 'variable', variable };
    }
    if (
      isFunction(ancestor) &&
      ancestor.parent.type !== 'Property' &&
      ancestor.type !== 'ArrowFunctionExpression'
    )
      return undefined;
  }
  return undefined;
}

/** A constant below the state's declaration; below the imports where the state comes from elsewhere. */
function addVariable(
  sourceCode: SourceCode,
  variable: Variable | undefined,
  place: Place,
  made: string,
): Pick<MutexHome, 'reference' | 'edits'> | undefined {
  const { indent, newline, semicolons } = styleOf(sourceCode);
  const name = `${(nameOf(place.target) ?? variable?.name ?? 'state').replace(/^[_$]+/u, '')}Mutex`;
  const definition = variable?.defs[0];
  const scope = variable && definition?.type !== 'ImportBinding' ? variable.scope : undefined;
  const existing = (scope ?? sourceCode.getScope(sourceCode.ast).childScopes[0])?.set.get(name);
  const init = existing && declaratorOf(existing)?.init;
  if (init && textOf(sourceCode, init) === made) return { reference: name, edits: [] };
  const reference = freshName(sourceCode, name);
  const code = `const ${reference} = ${made}${semicolons ? ';' : ''}`;
  const declaration = definition?.type === 'Variable' ? statementOf(definition.name) : undefined;
  if (declaration && isBlock(declaration.parent)) {
    const at = endWithComments(sourceCode, declaration);
    const text = newline + indentationAt(sourceCode, declaration.range[0]) + code;
    return { reference, edits: [{ range: { start: at, end: at }, text }] };
  }
  if (definition?.type === 'Parameter') {
    const { node } = definition;
    const body = isFunction(node) ? node.body : undefined;
    const [first] = body?.type === 'BlockStatement' ? body.body : [];
    if (!body || !first) return undefined;
    const at = body.range[0] + 1;
    const text = newline + indentationAt(sourceCode, body.range[0]) + indent + code;
    return first.loc.start.line > body.loc.start.line
      ? { reference, edits: [{ range: { start: at, end: at }, text }] }
      : undefined;
  }
  if (definition && definition.type !== 'ImportBinding' && definition.type !== 'FunctionName')
    return undefined;
  return { reference, edits: [belowImports(sourceCode, code)] };
}

function belowImports(sourceCode: SourceCode, code: string): TextEdit {
  const { newline } = styleOf(sourceCode);
  const statements: readonly TSESTree.ProgramStatement[] = sourceCode.ast.body;
  const last = statements.findLast(
    (node) =>
      node.type === 'ImportDeclaration' ||
      (node.type === 'VariableDeclaration' && /\brequire\(/u.test(textOf(sourceCode, node))),
  );
  const [first] = statements;
  const at = last ? endWithComments(sourceCode, last) : (first?.range[0] ?? 0);
  const text = last ? newline + newline + code : code + newline + newline;
  return { range: { start: at, end: at }, text };
}
