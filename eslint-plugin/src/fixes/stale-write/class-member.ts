/** A mutex as a member of the class whose objects hold the state, declared in the class's own manner. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, isFunction, type Node, type SourceCode } from '../code/nodes.js';
import { endWithComments, startWithComments } from '../code/region.js';
import { freshName } from '../code/scopes.js';
import { styleOf } from '../code/style.js';
import { indentationAt, textOf } from '../code/text.js';
import type { TextEdit } from '../rewrite.js';
import { nameOf } from './place.js';

export interface ClassState {
  readonly body: TSESTree.ClassBody;
  readonly isStatic: boolean;
  readonly self: string;
  /** The written expression. */
  readonly target: Node;
  /** `new Mutex()`, as the file says it. */
  readonly made: string;
}

/** The class that gives `this` at a node, and whether it is the class itself. */
export function classAround(node: Node): Pick<ClassState, 'body' | 'isStatic'> | undefined {
  for (const ancestor of ancestorsOf(node)) {
    const { parent } = ancestor;
    if (!parent) return undefined;
    const isMember = parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition';
    if (isMember && parent.value === ancestor) return { body: parent.parent, isStatic: parent.static };
    if (isFunction(ancestor) && ancestor.type !== 'ArrowFunctionExpression') return undefined;
  }
  return undefined;
}

export function addClassMutex(
  sourceCode: SourceCode,
  state: ClassState,
): { reference: string; edits: readonly TextEdit[] } | undefined {
  const { body, isStatic, made } = state;
  const self = isStatic ? body.parent.id?.name : state.self;
  if (self === undefined) return undefined;
  const existing = body.body.find(
    (member) =>
      member.type === 'PropertyDefinition' &&
      member.static === isStatic &&
      member.value !== null &&
      textOf(sourceCode, member.value) === made,
  );
  const key = existing && 'key' in existing ? keyOf(existing.key) : undefined;
  if (key !== undefined) return { reference: `${self}.${key}`, edits: [] };
  const isPrivate = body.body.some((member) => 'key' in member && member.key.type === 'PrivateIdentifier');
  const name = freshMember(sourceCode, isPrivate);
  const inConstructor = isStatic ? undefined : addToConstructor(sourceCode, state, name);
  const edit = inConstructor ?? addField(sourceCode, state, name, isPrivate);
  return edit && { reference: `${self}.${name}`, edits: [edit] };
}

function keyOf(key: Node): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Identifier' ? key.name : undefined;
}

function freshMember(sourceCode: SourceCode, isPrivate: boolean): string {
  if (!isPrivate) return freshName(sourceCode, 'mutex');
  let name = '#mutex';
  for (let count = 2; sourceCode.text.includes(name); count++) name = `#mutex${String(count)}`;
  return name;
}

/** Below the field that holds the state; without one, as the first member. */
function addField(
  sourceCode: SourceCode,
  { body, isStatic, target, made }: ClassState,
  name: string,
  isPrivate: boolean,
): TextEdit {
  const { indent, newline, semicolons, typescript } = styleOf(sourceCode);
  const words = [
    ...(typescript && !isPrivate ? ['private'] : []),
    ...(isStatic ? ['static'] : []),
    ...(typescript ? ['readonly'] : []),
    name,
  ];
  const code = `${words.join(' ')} = ${made}${semicolons ? ';' : ''}`;
  const state = body.body.find(
    (member) => member.type === 'PropertyDefinition' && keyOf(member.key)?.replace('#', '') === firstName(target),
  );
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

/** The name of the member behind `this`: `board` of `this.board.get(id).status`. */
function firstName(target: Node): string | undefined {
  let found: string | undefined;
  for (let node: Node = target; ; ) {
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
  { body, made }: ClassState,
  name: string,
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
  const code = `this.${name} = ${made}${semicolons ? ';' : ''}`;
  return { range: { start: at, end: at }, text: newline + indentationAt(sourceCode, last.range[0]) + code };
}
