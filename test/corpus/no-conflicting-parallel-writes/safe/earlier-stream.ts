// safe: what is left alone is the end of a stream, whose start is waited for
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

export async function spool(path: string, lines: AsyncIterable<string>): Promise<void> {
  const stream = createWriteStream(path);
  try {
    for await (const line of lines) stream.write(line);
    stream.end();
    await finished(stream);
  } catch (error) {
    stream.destroy();
    await rm(path, { force: true });
    throw error;
  }
}
