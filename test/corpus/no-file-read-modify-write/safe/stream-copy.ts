// safe: a copy into another file
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export const compress = (file: string) =>
  pipeline(createReadStream(file), createGzip(), createWriteStream(`${file}.gz`));
