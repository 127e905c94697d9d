import { promises as fs } from 'fs';

export class Flags {
  static readonly FILE = './flags.json';

  static async all(): Promise<Record<string, boolean>> {
    return JSON.parse(await fs.readFile(Flags.FILE, 'utf8'));
  }

  static async toggle(flag: string): Promise<boolean> {
    const flags = await Flags.all();
    flags[flag] = !flags[flag];
    await fs.writeFile(Flags.FILE, JSON.stringify(flags)); // RACE
    return flags[flag];
  }
}
