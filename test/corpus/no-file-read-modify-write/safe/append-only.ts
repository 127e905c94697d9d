// safe: each call appends a line; nothing that was read is written back
import { appendFile, readFile } from 'node:fs/promises';

export async function log(entry: object) {
  await appendFile('events.jsonl', `${JSON.stringify(entry)}\n`);
}

export const entries = async () => (await readFile('events.jsonl', 'utf8')).split('\n').map((line) => JSON.parse(line));
