// safe: only reads
import { readFile } from 'node:fs/promises';

export const load = async () => JSON.parse(await readFile('config.json', 'utf8'));
