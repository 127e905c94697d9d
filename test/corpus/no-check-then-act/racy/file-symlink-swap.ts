#!/usr/bin/env node
import { existsSync, unlinkSync, symlinkSync } from 'fs';
import { join } from 'path';
export function activate(root: string, release: string): void {
  const current = join(root, 'current');
  if (existsSync(current)) {
    unlinkSync(current); // RACE
  }
  symlinkSync(join(root, 'releases', release), current);
}

activate(process.argv[2] ?? '.', process.argv[3] ?? '');
