// safe: a queue with a concurrency of one
import { readFile, writeFile } from 'node:fs/promises';
import PQueue from 'p-queue';

const queue = new PQueue({ concurrency: 1 });

export const bump = () =>
  queue.add(async () => {
    const { n } = JSON.parse(await readFile('n.json', 'utf8')) as { n: number };
    await writeFile('n.json', JSON.stringify({ n: n + 1 }));
  });
