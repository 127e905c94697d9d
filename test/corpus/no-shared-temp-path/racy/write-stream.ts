import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';

export async function download(body: Readable, unpack: (file: string) => Promise<void>) {
  await pipeline(body, createWriteStream('/tmp/archive.zip')); // RACE
  await unpack('/tmp/archive.zip');
}
