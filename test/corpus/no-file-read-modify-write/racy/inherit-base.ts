import { readFile, writeFile } from 'node:fs/promises';
abstract class Base<T> {
  protected constructor(protected readonly file: string) {}
  protected async load(): Promise<T> {
    return JSON.parse(await readFile(this.file, 'utf8')) as T;
  }
  protected async store(data: T): Promise<void> {
    await writeFile(this.file, JSON.stringify(data));
  }
}
export class Carts extends Base<Record<string, string[]>> {
  constructor() { super('carts.json'); }
  async add(user: string, item: string): Promise<void> {
    const carts = await this.load();
    carts[user] = [...(carts[user] ?? []), item];
    await this.store(carts); // RACE
  }
}
