/** Where lines begin, as ESLint counts them: from 1, and by the language's line breaks. */
import type { Location, Place } from './tree.js';

export class Lines {
  private readonly starts: number[] = [0];
  /** The line of each offset, so that it need not be searched for. */
  private readonly lineOf: Uint32Array;

  constructor(text: string) {
    this.lineOf = new Uint32Array(text.length + 1);
    let line = 1;
    for (let offset = 0; offset < text.length; offset++) {
      this.lineOf[offset] = line;
      if (!endsLine(text, offset)) continue;
      line++;
      this.starts.push(offset + 1);
    }
    this.lineOf[text.length] = line;
  }

  locate(start: number, end: number): Location {
    return { start: this.place(start), end: this.place(end) };
  }

  private place(offset: number): Place {
    const line = this.lineOf[offset] ?? 1;
    return { line, column: offset - (this.starts[line - 1] ?? 0) };
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

/** The second half of `\r\n` ends the line, not the first. */
function endsLine(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code === LINE_FEED || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR) return true;
  return code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) !== LINE_FEED;
}
