/** `fs-extra` 11: `node:fs` with promises, and more. Source: its documentation and types. */
import type { MethodModel, StoreModel, VariantModel } from '../model.js';
import { ENSURE_DIRECTORY, NODE_FS_METHODS } from './node-fs.js';
import { CHECK, CLEAR, COPY_TREE, ENSURE, FILE_SYSTEM, READ, RENAME, withSync, WRITE } from './operations.js';

const OVERWRITES: readonly VariantModel[] = [
  { operation: 'write', option: 'overwrite' },
  { operation: 'write', option: 'clobber' },
];

const MOVE: MethodModel = { ...RENAME, only: 'absent', variants: OVERWRITES };

export const fsExtra: StoreModel = {
  ...FILE_SYSTEM,
  id: 'fs-extra',
  packages: ['fs-extra', 'fs-extra/esm'],
  callbacks: true,
  derived: {
    open: { role: 'client', key: 0, namespace: 'handle' },
    openSync: { role: 'client', key: 0, namespace: 'handle' },
  },
  methods: {
    ...NODE_FS_METHODS,
    ...withSync({
      readJson: READ,
      readJSON: READ,
      writeJson: WRITE,
      writeJSON: WRITE,
      outputJson: WRITE,
      outputJSON: WRITE,
      outputFile: WRITE,
      pathExists: CHECK,
      move: MOVE,
      copy: COPY_TREE,
      remove: CLEAR,
      emptyDir: CLEAR,
      emptydir: CLEAR,
      ensureFile: ENSURE,
      createFile: ENSURE,
      ensureLink: ENSURE,
      createLink: ENSURE,
      ensureSymlink: ENSURE,
      createSymlink: ENSURE,
    }),
    ...ENSURE_DIRECTORY,
  },
};
