// safe: a mutex of the one process is held while the file is in use
import { writeFile } from 'node:fs/promises';
import { Mutex } from 'async-mutex';

const mutex = new Mutex();

export const run = (code: string, execute: (file: string) => Promise<string>) =>
  mutex.runExclusive(async () => {
    await writeFile('/tmp/snippet.js', code);
    return execute('/tmp/snippet.js');
  });
