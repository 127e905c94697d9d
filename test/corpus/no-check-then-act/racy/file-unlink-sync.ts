import { existsSync, unlinkSync } from 'fs';

export function dropSnapshot(path: string) {
  if (existsSync(path)) {
    unlinkSync(path); // RACE
  }
}
