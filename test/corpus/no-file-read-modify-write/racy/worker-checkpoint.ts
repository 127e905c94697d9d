import { parentPort } from 'node:worker_threads';
import { readFile, writeFile } from 'node:fs/promises';

parentPort?.on('message', async (chunk: { index: number }) => {
  const checkpoint = JSON.parse(await readFile('checkpoint.json', 'utf8')) as { finished: number[] };
  checkpoint.finished.push(chunk.index);
  await writeFile('checkpoint.json', JSON.stringify(checkpoint)); // RACE
});
