import PQueue from 'p-queue';
import { writeFile } from 'node:fs/promises';
import { render } from './render.js';

export async function renderAll(pages: string[], target: string): Promise<void> {
  const queue = new PQueue({ concurrency: 8 });
  for (const page of pages) {
    void queue.add(async () => {
      const html = await render(page);
      await writeFile(target, html); // RACE
    });
  }
  await queue.onIdle();
}
