import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';

const RIGS = ['/var/rigs/a', '/var/rigs/b', '/var/rigs/c'];

/** Each test runner is a process of its own, and has a rig to itself. */
export async function borrowRig() {
  for (const rig of RIGS) {
    if (!existsSync(rig)) {
      await mkdir(rig, { recursive: true }); // RACE
      return rig;
    }
  }
  throw new Error('no rig is free');
}
