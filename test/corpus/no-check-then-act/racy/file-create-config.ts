import { existsSync, writeFileSync } from 'node:fs';

const DEFAULTS = { theme: 'dark', agents: [] as string[] };

export function initConfig(file: string): void {
  if (existsSync(file)) return;
  writeFileSync(file, JSON.stringify(DEFAULTS, null, 2)); // RACE
}
