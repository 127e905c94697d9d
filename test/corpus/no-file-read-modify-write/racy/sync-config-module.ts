import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const CONFIG_PATH = join(homedir(), '.config', 'acme', 'config.json');

export function registerProject(name: string, root: string): void {
  const config = existsSync(CONFIG_PATH) ? JSON.parse(readFileSync(CONFIG_PATH, 'utf-8')) : { projects: {} };
  config.projects[name] = { root, added: new Date().toISOString() };
  writeFileSync(CONFIG_PATH, JSON.stringify(config, null, 2)); // RACE
}
