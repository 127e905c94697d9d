import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';

export class Parcels {
  constructor(private readonly folder: string) {}

  /** Moves a parcel to a name that only this call knows; undefined where somebody else was faster. */
  private async claim(entry: string): Promise<string | undefined> {
    const own = join(this.folder, 'open', randomUUID());
    try {
      await fs.rename(join(this.folder, 'new', entry), own);
    } catch {
      return undefined;
    }
    return own;
  }

  async stamp(entry: string, by: string): Promise<boolean> {
    const own = await this.claim(entry);
    if (own === undefined) return false;
    const parcel = JSON.parse(await fs.readFile(own, 'utf8'));
    parcel.stamps = [...parcel.stamps, by];
    await fs.writeFile(own, JSON.stringify(parcel));
    return true;
  }
}
