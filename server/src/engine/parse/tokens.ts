/** The tokens of a text whose literals and comments are known. */
import type { Island, Islands, Operator } from './islands.js';
import type { Lines } from './lines.js';
import type { Comment, Token, TokenType } from './tree.js';

const KEYWORDS = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends finally for function ' +
    'if implements import in instanceof interface let new package private protected public return static super ' +
    'switch this throw try typeof var void while with yield'
  ).split(' '),
);
const PUNCTUATOR =
  /\.{3}|=>|={1,3}|!={0,2}|\+\+|--|\*\*=?|<<=?|<=?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|[-+*/%&|^]=?|[(){}[\];,?:.~@#>]/y;
const WORD = /#?[\p{ID_Start}$_\\](?:[\p{ID_Continue}$\u200c\u200d]|\\u\{?[\da-f]+\}?)*/iuy;
const NUMBER = /(?:0[xob][\da-f_]+|\d[\d_]*\.?[\d_]*(?:e[+-]?[\d_]+)?|\.\d[\d_]*(?:e[+-]?[\d_]+)?)n?/iy;
const SPACE = /\s+/uy;

/**
 * `checkCancelled` is asked before each token: what it throws ends the reading.
 * @throws where something is neither: the tree and the text do not belong together.
 */
export function tokenize(
  text: string,
  islands: Islands,
  comments: readonly Comment[],
  lines: Lines,
  checkCancelled: () => void = () => undefined,
): Token[] {
  const tokens: Token[] = [];
  const known = placed(islands, comments, text);
  const push = (type: TokenType, start: number, end: number): void => {
    tokens.push(makeToken(type, text.slice(start, end), start, end, lines));
  };
  let nextIsland = 0;
  let nextComment = 0;
  for (let offset = 0; offset < text.length;) {
    checkCancelled();
    const comment = comments[nextComment];
    if (comment && comment.range[0] <= offset) {
      offset = Math.max(offset, comment.range[1]);
      nextComment++;
      continue;
    }
    const island = known[nextIsland];
    if (island && island.start <= offset) {
      if (island.end > island.start) push(island.type, island.start, island.end);
      offset = Math.max(offset, island.end);
      nextIsland++;
      continue;
    }
    const space = lengthOf(SPACE, text, offset);
    if (space > 0) {
      offset += space;
      continue;
    }
    const end = offset + lengthOf(WORD, text, offset);
    if (end > offset) push(typeOfWord(text.slice(offset, end), islands.identifiers.has(offset)), offset, end);
    const other = end > offset ? end : pushOther(text, offset, push);
    if (other === offset) throw new Error(`There is no token at ${offset}`);
    offset = other;
  }
  return tokens;
}

/** Gives the offset behind it, or the same where there is none. */
function pushOther(
  text: string,
  offset: number,
  push: (type: TokenType, start: number, end: number) => void,
): number {
  const punctuator = lengthOf(PUNCTUATOR, text, offset);
  const length = punctuator || lengthOf(NUMBER, text, offset);
  if (length > 0) push(punctuator > 0 ? 'Punctuator' : 'Numeric', offset, offset + length);
  return offset + length;
}

function lengthOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex - offset : 0;
}

function typeOfWord(word: string, isIdentifier: boolean): TokenType {
  if (word.startsWith('#')) return 'PrivateIdentifier';
  if (isIdentifier) return 'Identifier';
  if (KEYWORDS.has(word)) return 'Keyword';
  if (word === 'null') return 'Null';
  return word === 'true' || word === 'false' ? 'Boolean' : 'Identifier';
}

function makeToken(type: TokenType, text: string, start: number, end: number, lines: Lines): Token {
  const token = { type, value: text, range: [start, end] as const, loc: lines.locate(start, end) };
  if (type === 'PrivateIdentifier') return { ...token, value: text.slice(1) };
  if (type !== 'RegularExpression') return token;
  const slash = text.lastIndexOf('/');
  return { ...token, regex: { pattern: text.slice(1, slash), flags: text.slice(slash + 1) } };
}

function placed({ known, operators }: Islands, comments: readonly Comment[], text: string): Island[] {
  return [...known, ...operators.map((operator) => place(operator, comments, text))].sort(
    (a, b) => a.start - b.start,
  );
}

/** The operator's first occurrence behind its left operand that is in no comment. */
function place({ text: operator, after }: Operator, comments: readonly Comment[], text: string): Island {
  let start = text.indexOf(operator, after);
  for (const { range } of comments)
    if (range[0] >= after && range[0] <= start && start < range[1]) start = text.indexOf(operator, range[1]);
  return { type: 'Punctuator', start, end: start + operator.length };
}
