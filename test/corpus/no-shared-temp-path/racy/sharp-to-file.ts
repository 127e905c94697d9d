import sharp from 'sharp';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
export async function thumbnail(input: Buffer): Promise<Buffer> {
  const out = join(tmpdir(), 'thumb.webp');
  await sharp(input).resize(200).webp().toFile(out); // RACE
  return readFile(out);
}
