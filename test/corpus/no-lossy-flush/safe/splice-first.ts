// safe: splice takes the items out before the wait
import { appendFile } from 'node:fs/promises';

export class LogWriter {
  private lines: string[] = [];

  constructor(private readonly path: string) {}

  write(line: string): void {
    this.lines.push(line);
  }

  async flush(): Promise<void> {
    const lines = this.lines.splice(0);
    if (!lines.length) return;
    await appendFile(this.path, lines.join('\n') + '\n');
  }
}
