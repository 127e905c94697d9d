// Safe: the named callback writes a file named after the recording it is for.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transcribe } from './speech.js';

const targetOf = (recording: string): string =>
  path.join('out', `${path.basename(recording, path.extname(recording))}.txt`);

async function handleRecording(recording: string): Promise<void> {
  const text = await transcribe(recording);
  await writeFile(targetOf(recording), text);
}

export async function handleAll(recordings: string[]): Promise<void> {
  await Promise.all(recordings.map(handleRecording));
}
