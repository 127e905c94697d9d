/** The path of a file access, as the source writes it. */
import type { Access } from '../../analysis/race.js';
import { expressAt } from '../code/express.js';
import { findCall, some, type Node, type SourceCode } from '../code/nodes.js';
import { textOf } from '../code/text.js';

/** Calls whose first argument is not the path that they write, or that name it in no argument at all. */
const PATH_AT: Readonly<Record<string, number>> = { rename: 1, move: 1, copyFile: 1, copy: 1, cp: 1 };
const NO_PATH = /^(?:handle|file)\.|^(?:read|write|update)$/u;

/** The text that means the path of an access at `place`; undefined where no text does, or it is a URL. */
export function pathAt(sourceCode: SourceCode, access: Access, place: Node): string | undefined {
  const call = findCall(sourceCode, access.range);
  if (!call || NO_PATH.test(access.method)) return undefined;
  const argument = call.arguments[PATH_AT[access.method] ?? 0];
  if (!argument || argument.type === 'SpreadElement') return undefined;
  const via = access.via && findCall(sourceCode, access.via);
  const text = expressAt(sourceCode, argument, place, via);
  return text === undefined || mayBeUrl(sourceCode, argument, text) ? undefined : text;
}

/** A lock is named after a text, and a URL is none. */
function mayBeUrl(sourceCode: SourceCode, argument: Node, text: string): boolean {
  if (/\bURL\b|\burl\b/u.test(text)) return true;
  const names = new Set<string>();
  some(sourceCode, argument, (node) => {
    if (node.type === 'Identifier') names.add(node.name);
    return false;
  });
  return some(sourceCode, sourceCode.ast, (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !names.has(node.id.name))
      return false;
    return node.init !== null && /\bnew URL\(/u.test(textOf(sourceCode, node.init));
  });
}
