/** Where an edit that switches a rule off leaves room for the reason. */
import type { Range, TextEdit } from 'vscode-languageserver-types';

/** What stands there until somebody writes a reason (`engine/disable.ts`). */
const PLACEHOLDER = /(?<=-- )reason\b/u;

/** Its range in the text that the edit makes; undefined where the edit adds to a comment that has a reason. */
export function reasonIn({ range: { start }, newText }: TextEdit): Range | undefined {
  const found = PLACEHOLDER.exec(newText);
  if (!found) return undefined;
  const before = newText.slice(0, found.index).split('\n');
  const line = start.line + before.length - 1;
  const column = before.at(-1)?.length ?? 0;
  const character = before.length === 1 ? start.character + column : column;
  return { start: { line, character }, end: { line, character: character + found[0].length } };
}
