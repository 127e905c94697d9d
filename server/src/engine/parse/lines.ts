/** Where lines begin, as ESLint counts them: from 1, and by the language's line breaks. */
import type { Location, Place } from './tree.js';

export class Lines {
  private readonly starts: number[] = [0];
  /** Who asks for a place asks for its neighbours next. */
  private last = 0;

  constructor(text: string) {
    for (let offset = 0; offset < text.length; offset++)
      if (endsLine(text, offset)) this.starts.push(offset + 1);
  }

  locate(start: number, end: number): Location {
    return new Span(this, start, end);
  }

  place(offset: number): Place {
    const line = this.lineOf(offset);
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) };
  }

  /** Counted from 0. */
  private lineOf(offset: number): number {
    let [low, high] = [0, this.starts.length - 1];
    if ((this.starts[this.last] ?? Infinity) <= offset) {
      low = this.last;
      if (offset < (this.starts[low + 1] ?? Infinity)) return low;
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return (this.last = low);
  }
}

/** Every node and token has one, and hardly any is asked: lines are counted only then. */
class Span implements Location {
  constructor(
    private readonly lines: Lines,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get start(): Place {
    return this.lines.place(this.from);
  }

  get end(): Place {
    return this.lines.place(this.to);
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
