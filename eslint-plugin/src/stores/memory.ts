/**
 * The memory of the process: variables, fields, and the containers of the language. Its accesses race only
 * where a suspension lies between them.
 */
import type { StoreModel } from './model.js';

export const MEMORY: StoreModel = {
  id: 'memory',
  family: 'memory',
  packages: [],
  scope: 'process',
  methods: {},
};

/** What a container's method does to the entry that its first argument names, or to the whole of it. */
export interface ContainerMethod {
  readonly operation: 'read' | 'check' | 'write' | 'delete';
  readonly of: 'entry' | 'whole';
  /** The argument that is stored. */
  readonly value?: number;
  /** Takes the head or the tail off: right only while that is still the one that was looked at. */
  readonly takes?: boolean;
}

type Methods = Readonly<Record<string, ContainerMethod>>;

const MAP: Methods = {
  get: { operation: 'read', of: 'entry' },
  has: { operation: 'check', of: 'entry' },
  set: { operation: 'write', of: 'entry', value: 1 },
  add: { operation: 'write', of: 'entry' },
  delete: { operation: 'delete', of: 'entry' },
  clear: { operation: 'delete', of: 'whole' },
};

const ARRAY: Methods = {
  at: { operation: 'read', of: 'whole' },
  includes: { operation: 'check', of: 'whole' },
  indexOf: { operation: 'check', of: 'whole' },
  find: { operation: 'read', of: 'whole' },
  findIndex: { operation: 'check', of: 'whole' },
  some: { operation: 'check', of: 'whole' },
  push: { operation: 'write', of: 'whole', value: 0 },
  unshift: { operation: 'write', of: 'whole', value: 0 },
  shift: { operation: 'write', of: 'whole', takes: true },
  pop: { operation: 'write', of: 'whole', takes: true },
  splice: { operation: 'write', of: 'whole' },
};

/** The containers of the language by the name of their constructor; `Array` for literals too. */
export const CONTAINERS: Readonly<Record<string, Methods>> = {
  Map: MAP,
  WeakMap: MAP,
  Set: MAP,
  WeakSet: MAP,
  Array: ARRAY,
};
