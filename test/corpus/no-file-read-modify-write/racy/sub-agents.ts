import { promises as fs } from 'node:fs';
import { join } from 'node:path';
export class Scratchpad {
  constructor(private readonly workDir: string) {}
  private get file() {
    return join(this.workDir, 'scratchpad.json');
  }
  async note(agent: string, text: string): Promise<void> {
    const pad = JSON.parse(await fs.readFile(this.file, 'utf8')) as Record<string, string[]>;
    (pad[agent] ??= []).push(text);
    await fs.writeFile(this.file, JSON.stringify(pad)); // RACE
  }
}
