import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
export class PromptFiles {
  private readonly dir = join(tmpdir(), 'prompts');
  async write(prompt: string): Promise<string> {
    await fs.mkdir(this.dir, { recursive: true });
    const file = join(this.dir, 'prompt.md');
    await fs.writeFile(file, prompt); // RACE
    return file;
  }
}
