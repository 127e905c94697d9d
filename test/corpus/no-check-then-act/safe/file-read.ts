// safe: only read
import { existsSync, readFileSync } from 'node:fs';

export function load(file: string): unknown {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8'));
}
