/** Locks inside locks. */
import { memberName, some, type Node, type SourceCode } from '../code/nodes.js';
import { statementsIn } from '../code/region.js';
import type { Section } from './section.js';

/** True where a section, or what comes before it, takes a lock: who waits for one while holding one may wait for ever. */
export function takesLock(sourceCode: SourceCode, section: Section): boolean {
  const isTaken = partsOf(section).some((part) =>
    some(sourceCode, part, (node) => /^(?:acquire|lock$|runExclusive)/u.test(calledName(node))),
  );
  // Our own helper is let go of in `finally`; how long others hold theirs is not known.
  return (
    isTaken ||
    (section.owner !== undefined &&
      some(sourceCode, section.owner, (node) => /^(?:acquire$|lock$)/u.test(calledName(node))))
  );
}

function calledName(node: Node): string {
  if (node.type !== 'CallExpression') return '';
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (memberName(callee) ?? '') : '';
}

export function partsOf(section: Section): readonly Node[] {
  return section.kind === 'statements' ? statementsIn(section.region) : [section.body];
}
