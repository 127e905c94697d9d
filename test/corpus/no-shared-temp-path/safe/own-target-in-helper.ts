// Safe: the target is a new id, and so is what stands beside it.
import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

async function put(target: string, data: Buffer): Promise<void> {
  const half = `${target}.tmp`;
  await writeFile(half, data);
  await rename(half, target);
}

export class Attachments {
  constructor(private readonly folder: string) {}

  async keep(data: Buffer): Promise<string> {
    const id = randomUUID();
    await put(path.join(this.folder, id), data);
    return id;
  }
}
