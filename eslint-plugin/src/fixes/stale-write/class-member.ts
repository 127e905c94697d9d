/** New members of a class, beside the state that they belong to, declared in the class's own manner. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, isFunction, type Node, type SourceCode } from '../code/nodes.js';
import { endWithComments, startWithComments } from '../code/region.js';
import { freshName } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { indentationAt, textOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';
import { nameOf } from './place.js';

/** A class whose objects, or which itself, hold the state. */
export interface ClassState {
  readonly body: TSESTree.ClassBody;
  readonly isStatic: boolean;
  /** `this`, or a name for it. */
  readonly self: string;
}

export interface NewMember {
  readonly name: string;
  /** Of TypeScript, where it is not plain from the value. */
  readonly type?: string;
  readonly value?: string;
  readonly isConstant: boolean;
  /** An existing member with this value will do. */
  readonly isReusable: boolean;
}

/** The class that gives `this` at a node, and whether it is the class itself. */
export function classAround(node: Node): Omit<ClassState, 'self'> | undefined {
  for (const ancestor of ancestorsOf(node)) {
    const { parent } = ancestor;
    if (!parent) return undefined;
    const isMember = parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition';
    if (isMember && parent.value === ancestor) return { body: parent.parent, isStatic: parent.static };
    if (isFunction(ancestor) && ancestor.type !== 'ArrowFunctionExpression') return undefined;
  }
  return undefined;
}

/** @param target The written expression, below whose declaration the member goes. */
export function addMember(
  sourceCode: SourceCode,
  state: ClassState,
  target: Node,
  added: NewMember,
): { reference: string; edits: readonly TextEdit[] } | undefined {
  const { body, isStatic } = state;
  // A private static member is a member of this very class only.
  const self = isStatic ? body.parent.id?.name : state.self;
  if (self === undefined) return undefined;
  const existing = body.body.find(
    (member) =>
      member.type === 'PropertyDefinition' &&
      member.static === isStatic &&
      member.value !== null &&
      textOf(sourceCode, member.value) === added.value,
  );
  const key = existing && 'key' in existing ? keyOf(existing.key) : undefined;
  if (key !== undefined && added.isReusable) return { reference: `${self}.${key}`, edits: [] };
  const isPrivate = body.body.some((member) => 'key' in member && member.key.type === 'PrivateIdentifier');
  const name = freshMember(sourceCode, added.name, isPrivate);
  const member = { ...added, name };
  const inConstructor = isStatic ? undefined : addToConstructor(sourceCode, state, member);
  const edit = inConstructor ?? addField(sourceCode, state, target, member);
  return { reference: `${self}.${name}`, edits: [edit] };
}

function keyOf(key: Node): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Identifier' ? key.name : undefined;
}

function freshMember(sourceCode: SourceCode, wanted: string, isPrivate: boolean): string {
  if (!isPrivate) return freshName(sourceCode, wanted);
  let name = `#${wanted}`;
  for (let count = 2; sourceCode.text.includes(name); count++) name = `#${wanted}${String(count)}`;
  return name;
}

/** Below the field that holds the state; without one, as the first member. */
function addField(
  sourceCode: SourceCode,
  { body, isStatic }: ClassState,
  target: Node,
  { name, type, value, isConstant }: NewMember,
): TextEdit {
  const { indent, newline, semicolons, typescript } = styleOf(sourceCode);
  const isTyped = typescript && type !== undefined;
  const words = [
    ...(typescript && !name.startsWith('#') ? ['private'] : []),
    ...(isStatic ? ['static'] : []),
    ...(typescript && isConstant ? ['readonly'] : []),
    isTyped ? `${name}: ${type}` : value === undefined ? name : `${name} = ${value}`,
  ];
  const code = `${words.join(' ')}${semicolons ? ';' : ''}`;
  const state = fieldOf(body, target);
  if (state) {
    const at = endWithComments(sourceCode, state);
    const text = newline + indentationAt(sourceCode, state.range[0]) + code;
    return { range: { start: at, end: at }, text };
  }
  const [first] = body.body;
  const indentation = first
    ? indentationAt(sourceCode, first.range[0])
    : indentationAt(sourceCode, body.range[0]) + indent;
  const at = first ? startWithComments(sourceCode, first) : body.range[0] + 1;
  const gap = first?.type === 'PropertyDefinition' ? newline : newline + newline;
  return { range: { start: at, end: at }, text: code + gap + indentation };
}

/** The declaration of the member that holds the state: `board` of `this.board.get(id).status`. */
export function fieldOf(body: TSESTree.ClassBody, target: Node): TSESTree.PropertyDefinition | undefined {
  const name = firstName(target);
  return body.body.find(
    (member): member is TSESTree.PropertyDefinition =>
      member.type === 'PropertyDefinition' &&
      name !== undefined &&
      keyOf(member.key)?.replace('#', '') === name,
  );
}

function firstName(target: Node): string | undefined {
  let found: string | undefined;
  for (let node: Node = target; ;) {
    if (node.type === 'MemberExpression') {
      found = nameOf(node);
      node = node.object;
    } else if (node.type === 'CallExpression') node = node.callee;
    else return found;
  }
}

/** Where a class of JavaScript declares no fields, its constructor makes them. */
function addToConstructor(
  sourceCode: SourceCode,
  { body }: ClassState,
  { name, value }: NewMember,
): TextEdit | undefined {
  const { newline, semicolons, typescript } = styleOf(sourceCode);
  if (typescript || body.body.some((member) => member.type === 'PropertyDefinition')) return undefined;
  const constructor = body.body.find(
    (member): member is TSESTree.MethodDefinition =>
      member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  const statements = constructor?.value.body?.body ?? [];
  const last = statements.findLast(
    (node) =>
      node.type === 'ExpressionStatement' &&
      (/^super\b/u.test(textOf(sourceCode, node)) ||
        (node.expression.type === 'AssignmentExpression' && /^this\./u.test(textOf(sourceCode, node)))),
  );
  if (!last) return undefined;
  const at = endWithComments(sourceCode, last);
  const code = `this.${name} = ${value ?? 'undefined'}${semicolons ? ';' : ''}`;
  return { range: { start: at, end: at }, text: newline + indentationAt(sourceCode, last.range[0]) + code };
}
