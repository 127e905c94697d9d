/** Comments that switch a rule off, with room for the reason. */
import type { AST, SourceCode } from 'eslint';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Source } from './source.js';

const REASON = '-- reason';

/** Switches a rule off for one line, counted from 0. */
export function disableLine(rule: string, line: number, source: Source, code: SourceCode): TextEdit {
  const { document } = source;
  const start = { line, character: 0 };
  const text = lineText(source, line);
  const above = line > 0 ? /^\s*\/\/ eslint-disable-next-line\s+/u.exec(lineText(source, line - 1)) : null;
  if (above) {
    const place = { line: line - 1, character: above[0].length };
    return { range: { start: place, end: place }, newText: `${rule}, ` };
  }
  const offset = document.offsetAt(start);
  if (isInText(code, offset)) {
    // A line of its own would become part of the text; behind the statement there is still room.
    const end = { line, character: text.length };
    return { range: { start: end, end }, newText: ` // eslint-disable-line ${rule} ${REASON}` };
  }
  const indentation = /^\s*/u.exec(text)?.[0] ?? '';
  const newText = `${indentation}// eslint-disable-next-line ${rule} ${REASON}${lineBreakOf(source)}`;
  return { range: { start, end: start }, newText };
}

/** Switches a rule off for the whole file, below a line that names the interpreter. */
export function disableFile(rule: string, source: Source): TextEdit {
  const line = /^\uFEFF?#!/u.test(source.text) ? 1 : 0;
  const start = { line, character: line === 0 && source.text.startsWith('\uFEFF') ? 1 : 0 };
  return {
    range: { start, end: start },
    newText: `/* eslint-disable ${rule} ${REASON} */${lineBreakOf(source)}`,
  };
}

function lineText({ document }: Source, line: number): string {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return text.replace(/\r?\n$|\r$/u, '');
}

function lineBreakOf({ text }: Source): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Within a template's text, or between JSX tags. */
function isInText(code: SourceCode, offset: number): boolean {
  const { tokens } = code.ast;
  const [from, to] = tokens[lastBefore(tokens, offset)]?.range ?? [offset, offset];
  if (from < offset && offset < to) return true;
  const node = code.getNodeByRangeIndex(offset);
  return node !== null && /^JSX(?:Text|Element|Fragment)$/u.test(node.type);
}

/** The place of the last token that begins before an offset, -1 where none does. */
function lastBefore(tokens: readonly AST.Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.range[0] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
