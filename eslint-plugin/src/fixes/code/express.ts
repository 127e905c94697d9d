/** Saying an expression of one place at another. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { TextEdit } from '../rewrite.js';
import {
  ancestorsOf,
  enclosingFunction,
  memberName,
  some,
  walk,
  type Node,
  type SourceCode,
} from './nodes.js';
import { declaratorOf, isKnownAt, isReassigned, isReference, variableOf } from './scopes.js';
import { edited, rangeOf, textOf } from './text.js';

/**
 * The text that means, at `place`, what an expression means where it stands: the same text where all its
 * names are known there; else with the constants and the parameters in it replaced by what they hold.
 * @param call The call that leads to the function that holds the expression, where it is another one.
 */
export function expressAt(
  sourceCode: SourceCode,
  expression: Node,
  place: Node,
  call?: TSESTree.CallExpression,
  depth = 0,
): string | undefined {
  if (
    depth > 3 ||
    some(sourceCode, expression, (node) => node.type === 'AwaitExpression' || node.type === 'YieldExpression')
  )
    return undefined;
  if (!isThisKept(sourceCode, expression, place, call)) return undefined;
  const edits: TextEdit[] = [];
  const unknown: Node[] = [];
  walk(sourceCode, expression, (node) => {
    if (node.type !== 'Identifier' || !isReference(node) || isKnownAt(sourceCode, node, place)) return true;
    const meaning = meaningOf(sourceCode, node, call);
    const text =
      meaning && expressAt(sourceCode, meaning.node, place, meaning.isArgument ? undefined : call, depth + 1);
    if (text === undefined) unknown.push(node);
    const isOperand =
      meaning !== undefined && !isAtom(meaning.node) && node.parent.type !== 'TemplateLiteral';
    if (text !== undefined) edits.push({ range: rangeOf(node), text: isOperand ? `(${text})` : text });
    return true;
  });
  return unknown.length === 0 ? edited(sourceCode.text, rangeOf(expression), edits) : undefined;
}

interface Meaning {
  readonly node: Node;
  /** It stands at the call rather than in the function. */
  readonly isArgument: boolean;
}

/** What a constant is set to, or what the call gives for a parameter. */
function meaningOf(
  sourceCode: SourceCode,
  identifier: TSESTree.Identifier,
  call?: TSESTree.CallExpression,
): Meaning | undefined {
  const variable = variableOf(sourceCode, identifier);
  if (!variable || isReassigned(variable)) return undefined;
  const declarator = declaratorOf(variable);
  if (declarator)
    return declarator.init && declarator.id.type === 'Identifier'
      ? { node: declarator.init, isArgument: false }
      : undefined;
  const owner = call && enclosingFunction(identifier);
  const index =
    owner?.params.findIndex(
      (parameter) => parameter.type === 'Identifier' && parameter === variable.defs[0]?.name,
    ) ?? -1;
  const argument = index === -1 ? undefined : call?.arguments[index];
  return argument && argument.type !== 'SpreadElement' ? { node: argument, isArgument: true } : undefined;
}

/** `this` is the same in the function that is called only if it is called as `this.method()`. */
function isThisKept(
  sourceCode: SourceCode,
  expression: Node,
  place: Node,
  call?: TSESTree.CallExpression,
): boolean {
  if (!some(sourceCode, expression, (node) => node.type === 'ThisExpression')) return true;
  if (!call || thisOwner(expression) === thisOwner(place)) return thisOwner(expression) === thisOwner(place);
  if (call.callee.type !== 'MemberExpression' || call.callee.object.type !== 'ThisExpression') return false;
  // A base class may keep its members to itself.
  return (
    classOf(expression) === classOf(place) ||
    !some(sourceCode, expression, (node) => isPrivateMember(node, classOf(expression)))
  );
}

function classOf(node: Node): TSESTree.ClassBody | undefined {
  for (const ancestor of ancestorsOf(node)) if (ancestor.type === 'ClassBody') return ancestor;
  return undefined;
}

function isPrivateMember(node: Node, home: TSESTree.ClassBody | undefined): boolean {
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return false;
  if (node.property.type === 'PrivateIdentifier') return true;
  const name = memberName(node);
  return (home?.body ?? []).some((member) => {
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
      return member.value.params.some(
        (parameter) =>
          parameter.type === 'TSParameterProperty' &&
          parameter.accessibility === 'private' &&
          nameOf(parameter.parameter) === name,
      );
    }
    return 'key' in member && member.accessibility === 'private' && nameOf(member.key) === name;
  });
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'AssignmentPattern') return nameOf(node.left);
  return node.type === 'Identifier' ? node.name : undefined;
}

function thisOwner(node: Node): Node | undefined {
  let owner = enclosingFunction(node);
  while (owner?.type === 'ArrowFunctionExpression') owner = enclosingFunction(owner);
  return owner;
}

function isAtom(node: Node): boolean {
  return /^(?:Identifier|Literal|MemberExpression|CallExpression|TemplateLiteral)$/u.test(node.type);
}

/** The constant beginning of a string, e.g. `user:` of `user:${id}`. */
export function constantHead(sourceCode: SourceCode, node: Node): string | undefined {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : undefined;
    case 'TemplateLiteral':
      return node.quasis[0]?.value.raw;
    case 'BinaryExpression':
      return constantHead(sourceCode, node.left);
    case 'ArrayExpression':
      return node.elements[0] ? constantHead(sourceCode, node.elements[0]) : undefined;
    case 'Identifier': {
      const variable = variableOf(sourceCode, node);
      const init = variable && !isReassigned(variable) ? declaratorOf(variable)?.init : undefined;
      return init ? constantHead(sourceCode, init) : undefined;
    }
    default:
      return undefined;
  }
}

/** A string expression with a constant put before it. */
export function prefixed(sourceCode: SourceCode, prefix: string, node: Node, text: string): string {
  const isAsWritten = text === textOf(sourceCode, node);
  if (isAsWritten && node.type === 'Literal' && typeof node.value === 'string')
    return text.charAt(0) + prefix + text.slice(1);
  if (text.startsWith('`') && text.endsWith('`') && node.type === 'TemplateLiteral')
    return `\`${prefix}${text.slice(1)}`;
  if (isAsWritten && node.type === 'BinaryExpression' && node.operator === '+' && /^["'`]/u.test(text))
    return text.charAt(0) + prefix + text.slice(1);
  return `\`${prefix}\${${text}}\``;
}
