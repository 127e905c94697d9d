/** Text in columns of a terminal. */
import { stripVTControlCharacters } from 'node:util';

/** How many columns a text takes: wide scripts and emoji take two; marks, joiners and colours none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text)) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (character <= '~') return 1;
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return 0;
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]$/u.test(
    character,
  )
    ? 2
    : 1;
}

/** Fills a text with spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Cuts a text to a width, with an ellipsis as the last character where something was cut. */
export function truncate(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${prefixOfWidth(text, width - 1)}…`;
}

/** Breaks a text between words into lines of at most `width` columns; a longer word is broken. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (displayWidth(line) > width) {
      const part = prefixOfWidth(line, width);
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

/** At least one character, so that a loop over the rest comes to its end. */
function prefixOfWidth(text: string, width: number): string {
  let prefix = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width && prefix !== '') break;
    prefix += character;
  }
  return prefix;
}

export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gmu, by);
}

export function plural(count: number, singular: string): string {
  return `${count.toString()} ${singular}${count === 1 ? '' : 's'}`;
}
