import { writeFile } from 'node:fs/promises';
import { transcribe } from './speech.js';

const TRANSCRIPT = 'out/transcript.txt';

async function handleRecording(recording: string): Promise<void> {
  const text = await transcribe(recording);
  await writeFile(TRANSCRIPT, text); // RACE
}

export async function handleAll(recordings: string[]): Promise<void> {
  await Promise.all(recordings.map(handleRecording));
}
