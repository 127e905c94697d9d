import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export async function transcribe(audio: string): Promise<string> {
  spawnSync('whisper', [audio, '--output', '/tmp/transcript.txt']); // RACE
  return readFileSync('/tmp/transcript.txt', 'utf8');
}
