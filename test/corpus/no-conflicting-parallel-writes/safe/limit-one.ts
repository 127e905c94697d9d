// safe: the queue runs one at a time
import PQueue from 'p-queue';
import { writeFile } from 'node:fs/promises';
import { render } from './render.js';

const queue = new PQueue({ concurrency: 1 });

export async function renderAll(pages: string[]): Promise<void> {
  await Promise.all(
    pages.map((page) =>
      queue.add(async () => {
        await writeFile('current.html', await render(page));
      }),
    ),
  );
}
