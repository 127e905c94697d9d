import fse from 'fs-extra';
import { join } from 'node:path';

export class Inventory {
  private readonly file: string;
  constructor(root: string) {
    this.file = join(root, 'inventory.json');
  }

  async take(sku: string, count: number): Promise<boolean> {
    const stock: Record<string, number> = await fse.readJson(this.file);
    const left = (stock[sku] ?? 0) - count;
    if (left < 0) return false;
    stock[sku] = left;
    await fse.writeJson(this.file, stock, { spaces: 2 }); // RACE
    return true;
  }
}
