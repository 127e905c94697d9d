import ffmpeg from 'fluent-ffmpeg';
import { createReadStream } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
export async function toMp3(input: string) {
  const output = path.join(os.tmpdir(), 'audio.mp3');
  await new Promise<void>((resolve, reject) => {
    ffmpeg(input).save(output).on('end', () => resolve()).on('error', reject); // RACE
  });
  return createReadStream(output);
}
