import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const settingsFile = (workspace: string): string => path.join(workspace, '.acme', 'settings.json');

const parse = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

export const patchSettings = async (workspace: string, patch: Record<string, unknown>): Promise<void> => {
  const current = parse(await readFile(settingsFile(workspace), { encoding: 'utf8' }));
  const merged = Object.assign({}, current, patch);
  await writeFile(settingsFile(workspace), JSON.stringify(merged)); // RACE
};
