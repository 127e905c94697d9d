import fs from 'node:fs';
import path from 'node:path';
export class Memory {
  private readonly file: string;
  constructor(dir: string) {
    this.file = path.resolve(dir, 'MEMORY.md');
  }
  async remember(fact: string): Promise<void> {
    let text = '';
    if (fs.existsSync(this.file)) text = await fs.promises.readFile(this.file, 'utf-8');
    text += `- ${fact}\n`;
    await fs.promises.writeFile(this.file, text); // RACE
  }
}
