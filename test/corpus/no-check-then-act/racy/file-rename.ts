import { existsSync, renameSync } from 'node:fs';

export function publish(draft: string, target: string): boolean {
  if (existsSync(target)) return false;
  renameSync(draft, target); // RACE
  return true;
}
