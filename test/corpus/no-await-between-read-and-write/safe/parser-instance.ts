// safe: one parser a call, never kept
import { createReadStream } from 'node:fs';

class LineCounter {
  private lines = 0;
  private partial = '';

  async consume(chunks: AsyncIterable<string>): Promise<number> {
    for await (const chunk of chunks) {
      const pieces = (this.partial + chunk).split('\n');
      this.partial = pieces.pop() ?? '';
      this.lines += pieces.length;
    }
    return this.lines;
  }
}

export async function countLines(file: string): Promise<number> {
  const counter = new LineCounter();
  return counter.consume(createReadStream(file, { encoding: 'utf8' }));
}
