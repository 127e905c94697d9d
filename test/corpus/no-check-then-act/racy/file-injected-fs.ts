import type * as FsPromises from 'node:fs/promises';
export class Uploads {
  constructor(private readonly fs: typeof FsPromises, private readonly dir: string) {}
  async save(name: string, data: Buffer): Promise<void> {
    const file = `${this.dir}/${name}`;
    const there = await this.fs.access(file).then(() => true, () => false);
    if (there) throw new Error('exists');
    await this.fs.writeFile(file, data); // RACE
  }
}
