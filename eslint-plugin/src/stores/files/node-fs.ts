/** `node:fs` and what has the same functions. Source: the documentation of Node's file system module. */
import type { MethodModel, StoreModel } from '../model.js';
import {
  APPEND,
  APPEND_SELF,
  below,
  CHECK,
  CHECK_SELF,
  COPY,
  COPY_TREE,
  ENSURE,
  FILE_SYSTEM,
  LINK,
  MAKE_DIRECTORY,
  OPEN,
  READ,
  READ_SELF,
  REMOVE,
  REMOVE_OR_FORCE,
  RENAME,
  withSync,
  WRITE,
  WRITE_SELF,
  WRITE_STREAM,
} from './operations.js';

const HANDLE: Readonly<Record<string, MethodModel>> = {
  readFile: READ_SELF,
  read: { ...READ_SELF, fills: 0 },
  readLines: READ_SELF,
  createReadStream: READ_SELF,
  stat: CHECK_SELF,
  writeFile: WRITE_SELF,
  write: WRITE_SELF,
  truncate: { operation: 'write', key: { of: 'receiver' } },
  appendFile: APPEND_SELF,
};

export const NODE_FS_METHODS: Readonly<Record<string, MethodModel>> = {
  ...withSync({
    readFile: READ,
    access: CHECK,
    stat: CHECK,
    lstat: CHECK,
    readdir: CHECK,
    opendir: CHECK,
    readlink: CHECK,
    realpath: CHECK,
    exists: { ...CHECK, plainCallback: true },
    open: OPEN,
    writeFile: WRITE,
    appendFile: APPEND,
    truncate: { operation: 'write', key: 0 },
    copyFile: COPY,
    cp: COPY_TREE,
    rename: RENAME,
    link: LINK,
    symlink: LINK,
    mkdir: MAKE_DIRECTORY,
    unlink: REMOVE,
    rmdir: REMOVE,
    rm: REMOVE_OR_FORCE,
    // On the number that `open` gave.
    read: { ...READ, fills: 1 },
    write: { operation: 'write', key: 0, value: 1 },
    ftruncate: { operation: 'write', key: 0 },
    fstat: CHECK,
  }),
  openAsBlob: READ,
  createReadStream: READ,
  createWriteStream: WRITE_STREAM,
  ...below('handle', HANDLE),
};

export const nodeFs: StoreModel = {
  ...FILE_SYSTEM,
  id: 'fs',
  packages: ['fs', 'node:fs', 'fs/promises', 'node:fs/promises', 'graceful-fs'],
  instances: { promises: 'client' },
  types: { 'promises.FileHandle': 'client', FileHandle: 'client' },
  handles: { 'promises.FileHandle': 'handle', FileHandle: 'handle' },
  callbacks: true,
  derived: {
    open: { role: 'client', key: 0, namespace: 'handle' },
    openSync: { role: 'client', key: 0, namespace: 'handle' },
  },
  methods: NODE_FS_METHODS,
};

/** `makeDirectory` of fs-extra and friends, by all their names. */
export const ENSURE_DIRECTORY = withSync({ ensureDir: ENSURE, mkdirp: ENSURE, mkdirs: ENSURE });
