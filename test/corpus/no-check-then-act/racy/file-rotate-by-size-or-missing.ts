import { rename, stat, appendFile } from 'node:fs/promises';

export class AuditTrail {
  constructor(private readonly target: string, private readonly limit: number) {}

  async note(entry: object): Promise<void> {
    const found = await stat(this.target).catch(() => undefined);
    if (found !== undefined && found.size > this.limit) {
      await rename(this.target, `${this.target}.old`); // RACE
    }
    await appendFile(this.target, JSON.stringify(entry) + '\n');
  }
}
