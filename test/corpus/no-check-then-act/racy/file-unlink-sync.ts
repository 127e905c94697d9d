#!/usr/bin/env node
import { existsSync, unlinkSync } from 'fs';

export function dropSnapshot(path: string) {
  if (existsSync(path)) {
    unlinkSync(path); // RACE
  }
}

for (const path of process.argv.slice(2)) dropSnapshot(path);
