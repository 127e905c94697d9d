import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { execa } from 'execa';

export class Tracer {
  private count = 0;

  async trace(bitmap: Buffer): Promise<string> {
    this.count += 1;
    const file = join(tmpdir(), `trace-${this.count}.bmp`);
    await writeFile(file, bitmap); // RACE
    try {
      return (await execa('potrace', ['-s', '-o', '-', file])).stdout;
    } finally {
      await rm(file, { force: true });
    }
  }
}

const tracer = new Tracer();
parentPort?.on('message', async (bitmap: Buffer) => parentPort?.postMessage(await tracer.trace(bitmap)));
