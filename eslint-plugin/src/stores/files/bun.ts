/** Bun's file calls: the global `Bun` and the module `bun`. Source: its documentation of file I/O. */
import type { StoreModel } from '../model.js';
import { below, CHECK_SELF, FILE_SYSTEM, READ_SELF, REMOVE_SELF, WRITE, WRITE_SELF } from './operations.js';

export const bun: StoreModel = {
  ...FILE_SYSTEM,
  id: 'bun',
  packages: ['bun'],
  globals: { Bun: 'client' },
  derived: { file: { role: 'client', key: 0, namespace: 'file' } },
  methods: {
    write: WRITE,
    ...below('file', {
      text: READ_SELF,
      json: READ_SELF,
      arrayBuffer: READ_SELF,
      bytes: READ_SELF,
      stream: READ_SELF,
      exists: CHECK_SELF,
      stat: CHECK_SELF,
      write: WRITE_SELF,
      delete: REMOVE_SELF,
      unlink: REMOVE_SELF,
    }),
  },
};
