/** Whether who holds a lock could come to wait for it: by calling itself, or what takes the same or another lock. */
import type { Section } from '../lock/section.js';
import { partsOf, takesLock } from '../lock/nesting.js';
import {
  enclosingFunction,
  isFunction,
  memberName,
  some,
  walk,
  type FunctionNode,
  type Node,
  type SourceCode,
} from '../code/nodes.js';
import { declaratorOf, isReassigned, variableOf } from '../code/scopes.js';

/** True where the section could wait for itself. What other files do in between is not looked at. */
export function canReenter(sourceCode: SourceCode, section: Section): boolean {
  const { owner } = section;
  if (!owner || takesLock(sourceCode, section)) return true;
  const parts = partsOf(section);
  if (parts.some((part) => callsWhatItIsGiven(sourceCode, part))) return true;
  const reached = new Set<FunctionNode>();
  for (const part of parts) reach(sourceCode, part, reached);
  // A callback of the section belongs to it.
  const around = [owner, ...outer(owner)];
  if (around.some((each) => reached.has(each)) || [...reached].some((each) => isLocking(sourceCode, each)))
    return true;
  return holdersIn(sourceCode).some((holder) => {
    const from = new Set<FunctionNode>();
    reach(sourceCode, holder, from);
    return holder !== owner && from.has(owner);
  });
}

function outer(owner: FunctionNode): FunctionNode[] {
  const around = enclosingFunction(owner);
  return around ? [around, ...outer(around)] : [];
}

function isLocking(sourceCode: SourceCode, node: Node): boolean {
  return some(sourceCode, node, (each) => {
    if (each.type !== 'CallExpression') return false;
    const { callee } = each;
    if (callee.type === 'Identifier') return callee.name === 'lock';
    return (
      callee.type === 'MemberExpression' && /^(?:acquire|runExclusive|lock)$/u.test(memberName(callee) ?? '')
    );
  });
}

function holdersIn(sourceCode: SourceCode): FunctionNode[] {
  const holders: FunctionNode[] = [];
  walk(sourceCode, sourceCode.ast, (node) => {
    if (isFunction(node) && isLocking(sourceCode, node)) holders.push(node);
    return true;
  });
  return holders;
}

/** The functions of the file that a piece of code calls, or hands on to be called, and what those call. */
function reach(sourceCode: SourceCode, from: Node, reached: Set<FunctionNode>): void {
  walk(sourceCode, from, (node) => {
    for (const found of functionsAt(sourceCode, node)) {
      if (reached.has(found)) continue;
      reached.add(found);
      reach(sourceCode, found.body, reached);
    }
    return true;
  });
}

function functionsAt(sourceCode: SourceCode, node: Node): readonly FunctionNode[] {
  if (node.type === 'Identifier') {
    const variable = variableOf(sourceCode, node);
    const [definition] = variable?.defs ?? [];
    if (!variable || !definition || definition.name === node) return [];
    if (definition.type === 'FunctionName') return isFunction(definition.node) ? [definition.node] : [];
    const init = declaratorOf(variable)?.init;
    return init && isFunction(init) && !isReassigned(variable) ? [init] : [];
  }
  if (node.type !== 'MemberExpression' || !isOwn(sourceCode, node.object)) return [];
  const name = node.property.type === 'PrivateIdentifier' ? node.property.name : memberName(node);
  return name === undefined ? [] : methodsNamed(sourceCode, name);
}

/** `this`, a class, an object that the file makes. */
function isOwn(sourceCode: SourceCode, object: Node): boolean {
  if (object.type === 'ThisExpression' || object.type === 'Super') return true;
  if (object.type !== 'Identifier') return false;
  const variable = variableOf(sourceCode, object);
  if (variable?.defs[0]?.type === 'ClassName') return true;
  const init = variable && declaratorOf(variable)?.init;
  if (init?.type === 'NewExpression')
    return init.callee.type === 'Identifier' && variableOf(sourceCode, init.callee) !== undefined;
  return init?.type === 'ThisExpression' || init?.type === 'ObjectExpression';
}

function methodsNamed(sourceCode: SourceCode, name: string): FunctionNode[] {
  const found: FunctionNode[] = [];
  walk(sourceCode, sourceCode.ast, (node) => {
    const isMember =
      node.type === 'MethodDefinition' || node.type === 'PropertyDefinition' || node.type === 'Property';
    if (!isMember || !node.value || !isFunction(node.value)) return true;
    const { key } = node;
    if ((key.type === 'Identifier' || key.type === 'PrivateIdentifier') && key.name === name)
      found.push(node.value);
    return true;
  });
  return found;
}

/** `work()`, where `work` is what the caller wants done: it may want the same again. */
function callsWhatItIsGiven(sourceCode: SourceCode, part: Node): boolean {
  return some(sourceCode, part, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return false;
    const isGiven = variableOf(sourceCode, node.callee)?.defs[0]?.type === 'Parameter';
    return isGiven && WORK.test(node.callee.name);
  });
}

const WORK =
  /^(?:action|body|call|callback|cb|done|fn|func|handler|job|next|operation|run|task|thunk|work|worker)$/u;
