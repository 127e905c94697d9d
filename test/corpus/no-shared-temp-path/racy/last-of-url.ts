import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export async function fetchModel(url: string): Promise<Buffer> {
  const local = path.join(tmpdir(), path.basename(url));
  const answer = await fetch(url);
  await pipeline(Readable.fromWeb(answer.body), createWriteStream(local)); // RACE
  return readFile(local);
}
