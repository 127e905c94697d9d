// safe: the project's own helper runs the update under a file lock
import { readFile, writeFile } from 'node:fs/promises';
import { withFileLock } from './locks.js';

export const rename = (id: string, name: string) =>
  withFileLock('users.json', async () => {
    const users = JSON.parse(await readFile('users.json', 'utf8'));
    users[id].name = name;
    await writeFile('users.json', JSON.stringify(users));
  });
