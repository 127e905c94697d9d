// Safe: a queue of one carries the tasks out one after the other.
import PQueue from 'p-queue';
import { writeFile } from 'node:fs/promises';
import { render } from './render.js';

const queue = new PQueue({ concurrency: 1 });

export async function renderAll(pages: string[]): Promise<void> {
  for (const page of pages) {
    void queue.add(async () => {
      await writeFile('current.html', await render(page));
    });
  }
  await queue.onIdle();
}
