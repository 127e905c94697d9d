// Safe: the file is written before anything else can run.
import { appendFileSync } from 'node:fs';

export class Lines {
  private lines: string[] = [];

  add(line: string): void {
    this.lines.push(line);
  }

  async flush(path: string): Promise<void> {
    appendFileSync(path, this.lines.join('\n'));
    this.lines = [];
    await Promise.resolve();
  }
}
