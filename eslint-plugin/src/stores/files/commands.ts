/**
 * Libraries that start other programs, which may write the files that they are told of. Which files those are
 * is in no argument of its own. Source: the documentation of Node's `child_process` and of execa.
 */
import type { MethodModel, StoreModel } from '../model.js';
import { FILE_SYSTEM } from './operations.js';

const RUNS: MethodModel = { operation: 'write' };

export const commands: StoreModel = {
  ...FILE_SYSTEM,
  id: 'child_process',
  packages: ['child_process', 'node:child_process', 'execa', 'tinyexec', 'zx', 'cross-spawn'],
  callbacks: true,
  // Libraries that write files where they are told need no import of these.
  flags: ['\\btmpdir\\b', '[\'"`]/tmp/'],
  methods: {
    exec: RUNS,
    execSync: RUNS,
    execFile: RUNS,
    execFileSync: RUNS,
    spawn: RUNS,
    spawnSync: RUNS,
    execa: RUNS,
    execaSync: RUNS,
    execaCommand: RUNS,
  },
};
