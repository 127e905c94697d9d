// safe: one session has the path to itself
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function transcript(sessionId: string, lines: string[]) {
  await writeFile(join(tmpdir(), `transcript-${sessionId}.txt`), lines.join('\n'));
}
