import { readFile, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
export class SecretFile {
  private readonly file: string;
  constructor(dataDir: string) {
    this.file = path.join(dataDir, 'secret.key');
  }
  async get(): Promise<string> {
    try {
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      const secret = randomBytes(32).toString('base64');
      await writeFile(this.file, secret); // RACE
      return secret;
    }
  }
}
