import { existsSync, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import path from 'node:path';
export async function modelFile(name: string, url: string): Promise<string> {
  const file = path.join('/models', name);
  if (!existsSync(file)) {
    const response = await fetch(url);
    await pipeline(Readable.fromWeb(response.body as never), createWriteStream(file)); // RACE
  }
  return file;
}
