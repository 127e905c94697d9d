import fs from "node:fs/promises";
import path from "node:path";
const MAX = 20;
export class BackupService {
  constructor(private dir: string) {}
  async create(data: Buffer) {
    const files = await fs.readdir(this.dir);
    if (files.filter((f) => f.endsWith(".bak")).length >= MAX) throw new Error("too many backups");
    await fs.writeFile(path.join(this.dir, `${Date.now()}.bak`), data); // RACE
  }
}
