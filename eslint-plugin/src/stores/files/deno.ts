/** Deno's file calls, and its standard library's. Source: the documentation of the `Deno` namespace and of `@std/fs`. */
import type { MethodModel, StoreModel, VariantModel } from '../model.js';
import {
  APPEND_SELF,
  below,
  CHECK,
  CHECK_SELF,
  CLEAR,
  COPY,
  ENSURE,
  FILE_SYSTEM,
  LINK,
  MAKE_DIRECTORY,
  READ,
  READ_SELF,
  REMOVE,
  RENAME,
  withSync,
  WRITE_SELF,
} from './operations.js';

const OPTIONS: readonly VariantModel[] = [
  { operation: 'write', only: 'absent', option: 'createNew' },
  { operation: 'atomic', option: 'append' },
];
const WRITE: MethodModel = { operation: 'write', key: 0, value: 1, variants: OPTIONS };

export const deno: StoreModel = {
  ...FILE_SYSTEM,
  id: 'deno',
  packages: [],
  globals: { Deno: 'client' },
  derived: {
    open: { role: 'client', key: 0, namespace: 'handle' },
    openSync: { role: 'client', key: 0, namespace: 'handle' },
    create: { role: 'client', key: 0, namespace: 'handle' },
    createSync: { role: 'client', key: 0, namespace: 'handle' },
  },
  methods: {
    ...withSync({
      readTextFile: READ,
      readFile: READ,
      writeTextFile: WRITE,
      writeFile: WRITE,
      stat: CHECK,
      lstat: CHECK,
      readDir: CHECK,
      readLink: CHECK,
      realPath: CHECK,
      mkdir: MAKE_DIRECTORY,
      remove: REMOVE,
      rename: RENAME,
      copyFile: COPY,
      link: LINK,
      symlink: LINK,
      truncate: { operation: 'write', key: 0 },
      create: { operation: 'write', key: 0 },
      open: {
        operation: 'check',
        key: 0,
        variants: [...OPTIONS, { operation: 'write', option: 'truncate' }],
      },
    }),
    ...below('handle', {
      read: { ...READ_SELF, fills: 0 },
      readSync: { ...READ_SELF, fills: 0 },
      stat: CHECK_SELF,
      write: WRITE_SELF,
      writeSync: WRITE_SELF,
      append: APPEND_SELF,
      truncate: { operation: 'write', key: { of: 'receiver' } },
    }),
  },
};

export const denoStd: StoreModel = {
  ...FILE_SYSTEM,
  id: '@std/fs',
  packages: ['@std/fs', 'jsr:@std/fs', '@std/fs/exists', '@std/fs/ensure-dir', '@std/fs/ensure-file'],
  methods: withSync({
    exists: CHECK,
    ensureDir: ENSURE,
    ensureFile: ENSURE,
    emptyDir: CLEAR,
    move: { ...RENAME, only: 'absent', variants: [{ operation: 'write', option: 'overwrite' }] },
    copy: { ...COPY, only: 'absent', variants: [{ operation: 'write', option: 'overwrite' }] },
  }),
};
