// safe: one session has the file to itself
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function appendTurn(sessionId: string, turn: { role: string; content: string }) {
  const file = join('sessions', sessionId, 'turns.json');
  const turns = JSON.parse(await readFile(file, 'utf8')) as object[];
  turns.push(turn);
  await writeFile(file, JSON.stringify(turns));
}
