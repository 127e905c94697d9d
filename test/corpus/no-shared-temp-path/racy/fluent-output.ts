import ffmpeg from 'fluent-ffmpeg';
import os from 'node:os';
import path from 'node:path';

export function toWave(input: string): Promise<string> {
  const wave = path.join(os.tmpdir(), 'sound.wav');
  return new Promise((resolve, reject) => {
    ffmpeg(input).on('error', reject).on('end', () => resolve(wave)).output(wave).run(); // RACE
  });
}
