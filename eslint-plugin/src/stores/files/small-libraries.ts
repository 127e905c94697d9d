/** Libraries of a few functions on files. Source: each library's README and types. */
import type { MethodModel, StoreModel } from '../model.js';
import { CHECK, CLEAR, ENSURE, FILE_SYSTEM, READ, withSync, WRITE, WRITE_SELF } from './operations.js';

/** A module that is one function, by any way to import it, with members. */
function single(
  method: MethodModel,
  members: Readonly<Record<string, MethodModel>> = {},
): Readonly<Record<string, MethodModel>> {
  return { default: method, '*': method, ...members };
}

/** jsonfile 6. */
const jsonfile: StoreModel = {
  ...FILE_SYSTEM,
  id: 'jsonfile',
  packages: ['jsonfile'],
  callbacks: true,
  methods: withSync({ readFile: READ, writeFile: WRITE }),
};

/** write-file-atomic 2 to 8: writes beside the file and renames. Its calls for one path wait for one another. */
const writeFileAtomic: StoreModel = {
  ...FILE_SYSTEM,
  id: 'write-file-atomic',
  packages: ['write-file-atomic', '@npmcli/write-file-atomic'],
  callbacks: true,
  methods: single(WRITE, { sync: WRITE }),
};

const atomically: StoreModel = {
  ...FILE_SYSTEM,
  id: 'atomically',
  packages: ['atomically', 'stubborn-fs'],
  methods: withSync({ readFile: READ, writeFile: WRITE }),
};

/** steno 4: a writer of one file, which keeps the newest of what it is given. */
const steno: StoreModel = {
  ...FILE_SYSTEM,
  id: 'steno',
  packages: ['steno'],
  classes: { Writer: 'client' },
  types: { Writer: 'client' },
  bound: 0,
  methods: { write: WRITE_SELF },
};

const json: StoreModel = {
  ...FILE_SYSTEM,
  id: 'load-json-file',
  packages: ['load-json-file', 'read-json-file', 'load-yaml-file', 'read-yaml-file'],
  methods: single(READ, {
    sync: READ,
    loadJsonFile: READ,
    loadJsonFileSync: READ,
    readYamlFile: READ,
  }),
};

const writeJson: StoreModel = {
  ...FILE_SYSTEM,
  id: 'write-json-file',
  packages: ['write-json-file', 'write-yaml-file'],
  methods: single(WRITE, {
    sync: WRITE,
    writeJsonFile: WRITE,
    writeJsonFileSync: WRITE,
    writeYamlFile: WRITE,
  }),
};

const exists: StoreModel = {
  ...FILE_SYSTEM,
  id: 'path-exists',
  packages: ['path-exists', 'file-exists'],
  methods: single(CHECK, { sync: CHECK, pathExists: CHECK, pathExistsSync: CHECK }),
};

const directories: StoreModel = {
  ...FILE_SYSTEM,
  id: 'make-dir',
  packages: ['make-dir', 'mkdirp'],
  methods: single(ENSURE, {
    sync: ENSURE,
    mkdirp: ENSURE,
    mkdirpSync: ENSURE,
    makeDirectory: ENSURE,
    makeDirectorySync: ENSURE,
  }),
};

const removal: StoreModel = {
  ...FILE_SYSTEM,
  id: 'rimraf',
  packages: ['rimraf'],
  methods: single(CLEAR, { sync: CLEAR, rimraf: CLEAR, rimrafSync: CLEAR }),
};

export const SMALL_LIBRARIES: readonly StoreModel[] = [
  jsonfile,
  writeFileAtomic,
  atomically,
  steno,
  json,
  writeJson,
  exists,
  directories,
  removal,
];
