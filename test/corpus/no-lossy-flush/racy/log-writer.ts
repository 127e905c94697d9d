import { appendFile } from 'node:fs/promises';

export class LogWriter {
  private lines: string[] = [];

  constructor(private readonly path: string) {}

  write(line: string): void {
    this.lines.push(line);
  }

  async flush(): Promise<void> {
    if (!this.lines.length) return;
    await appendFile(this.path, this.lines.join('\n') + '\n');
    this.lines.length = 0; // RACE
  }
}
