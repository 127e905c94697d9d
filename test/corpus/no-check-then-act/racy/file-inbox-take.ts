import fs from "fs/promises";
import path from "path";
export class QueueDir {
  constructor(private inbox: string, private work: string) {}
  async take(): Promise<string | undefined> {
    const [first] = await fs.readdir(this.inbox);
    if (!first) return undefined;
    const from = path.join(this.inbox, first);
    if (!(await this.has(from))) return undefined;
    const to = path.join(this.work, first);
    await fs.rename(from, to); // RACE
    return to;
  }
  private async has(p: string) { try { await fs.access(p); return true; } catch { return false; } }
}
