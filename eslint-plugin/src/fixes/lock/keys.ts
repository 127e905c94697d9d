/** Which keys are written, in a section and outside of it. */
import type { GetThenSetRace } from '../../analysis/race.js';
import { constantHead } from '../code/express.js';
import { findCall, isWithin, memberName, some, type Node, type SourceCode } from '../code/nodes.js';
import { textOf } from '../code/text.js';
import { storeCall } from '../redis/calls.js';
import { partsOf } from './nesting.js';
import type { Section } from './section.js';

/** True where a section writes several keys: a lock named after one of them would not guard the others. */
export function writesSeveralKeys(sourceCode: SourceCode, section: Section, race: GetThenSetRace): boolean {
  const write = race.write.via ? undefined : storeCall(sourceCode, race.write);
  const [key] = write?.args ?? [];
  if (!write || !key) return false;
  if (/^m/u.test(write.method)) return true;
  const receiver = textOf(sourceCode, write.receiver);
  return partsOf(section).some((part) =>
    some(sourceCode, part, (node) => {
      const other = writtenKey(node);
      return (
        other?.receiver !== undefined &&
        textOf(sourceCode, other.receiver) === receiver &&
        textOf(sourceCode, other.key) !== textOf(sourceCode, key)
      );
    }),
  );
}

/** True where other code of the file writes keys that begin alike, and would not take a lock of that name. */
export function isWrittenElsewhere(
  sourceCode: SourceCode,
  section: Section,
  race: GetThenSetRace,
  head: string,
): boolean {
  const own = findCall(sourceCode, race.write.range);
  return some(sourceCode, sourceCode.ast, (node) => {
    const written = writtenKey(node);
    if (!written || node === own || partsOf(section).some((part) => isWithin(node, part))) return false;
    return constantHead(sourceCode, written.key)?.startsWith(head) ?? false;
  });
}

function writtenKey(node: Node): { receiver: Node; key: Node } | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const [key] = node.arguments;
  if (!key || !/^p?h?m?set(?:ex)?$/iu.test(memberName(node.callee) ?? '')) return undefined;
  return { receiver: node.callee.object, key };
}
