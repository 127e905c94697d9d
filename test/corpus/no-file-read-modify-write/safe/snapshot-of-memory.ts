// safe: memory is what counts; the file is a copy of it, loaded once at the start
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

const users = new Map<string, string>(JSON.parse(readFileSync('users.json', 'utf8')));

export async function addUser(id: string, name: string) {
  users.set(id, name);
  await writeFile('users.json', JSON.stringify([...users]));
}
