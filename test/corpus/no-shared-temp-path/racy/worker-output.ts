import { parentPort } from 'node:worker_threads';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

parentPort?.on('message', async (page: { html: string }) => {
  await writeFile(join(tmpdir(), 'worker-page.html'), page.html); // RACE
  parentPort?.postMessage('written');
});
