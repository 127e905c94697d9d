/** Libraries whose objects exclude others. Source: each library's README and types. */
import type { LockModel, StoreModel } from './model.js';

interface LockLibrary {
  readonly id: string;
  readonly packages: readonly string[];
  readonly scope: StoreModel['scope'];
  readonly classes?: readonly string[];
  readonly factories?: readonly string[];
  readonly instances?: readonly string[];
  readonly globals?: readonly string[];
  readonly functions?: boolean;
  readonly lock: LockModel;
}

/** Libraries that lock a path, in both ways. */
function lockFiles(name: string, lock: Pick<LockModel, 'asksOnce' | 'staysBehind'>): LockLibrary {
  return {
    id: name,
    packages: [name],
    scope: 'host',
    instances: ['*', 'default'],
    functions: true,
    lock: { acquires: ['lock', 'lockSync'], releases: ['unlock', 'unlockSync'], key: 0, ...lock },
  };
}

const libraries: readonly LockLibrary[] = [
  {
    id: 'async-mutex',
    packages: ['async-mutex'],
    scope: 'process',
    classes: ['Mutex', 'default'],
    lock: { runs: { runExclusive: 0 }, acquires: ['acquire'], releases: ['release'] },
  },
  {
    id: 'async-mutex/semaphore',
    packages: ['async-mutex', 'async-sema', 'await-semaphore'],
    scope: 'process',
    classes: ['Semaphore', 'Sema'],
    lock: {
      runs: { runExclusive: 0, use: 0 },
      acquires: ['acquire'],
      releases: ['release'],
      limit: { at: 0, absent: 1 },
    },
  },
  {
    id: 'async-lock',
    packages: ['async-lock'],
    scope: 'process',
    classes: ['default'],
    lock: { runs: { acquire: 1 }, key: 0 },
  },
  {
    id: 'p-limit',
    packages: ['p-limit'],
    scope: 'process',
    factories: ['default', 'limitFunction'],
    lock: { callable: true, limit: { at: 0, absent: Number.POSITIVE_INFINITY } },
  },
  {
    id: 'p-queue',
    packages: ['p-queue'],
    scope: 'process',
    classes: ['default'],
    lock: { runs: { add: 0 }, limit: { at: 0, property: 'concurrency', absent: Number.POSITIVE_INFINITY } },
  },
  {
    id: 'redlock',
    packages: ['redlock', '@sesamecare-oss/redlock'],
    scope: 'distributed',
    classes: ['default', 'Redlock'],
    lock: {
      runs: { using: 'last' },
      acquires: ['acquire', 'lock'],
      releases: ['release', 'unlock'],
      key: { from: 0 },
    },
  },
  {
    id: 'redis-semaphore',
    packages: ['redis-semaphore'],
    scope: 'distributed',
    classes: ['Mutex', 'RedlockMutex'],
    lock: { acquires: ['acquire', 'tryAcquire'], releases: ['release'] },
  },
  lockFiles('proper-lockfile', {
    // `retries` is 0 by default.
    asksOnce: { unless: { at: 1, property: 'retries' } },
  }),
  lockFiles('lockfile', {
    // `stale` has no default: a lock file is never too old.
    staysBehind: { unless: { at: 1, property: 'stale' } },
  }),
  {
    // Source: https://developer.mozilla.org/docs/Web/API/LockManager/request
    id: 'web-locks',
    packages: [],
    scope: 'host',
    globals: ['navigator.locks'],
    lock: { runs: { request: 'last' }, key: 0, shared: { at: 1, property: 'mode', is: 'shared' } },
  },
];

function record(names: readonly string[] | undefined): Record<string, 'client'> {
  return Object.fromEntries((names ?? []).map((name) => [name, 'client']));
}

export const LOCKS: readonly StoreModel[] = libraries.map(
  ({ classes, factories, instances, globals, ...rest }) => ({
    ...rest,
    classes: record(classes),
    factories: record(factories),
    instances: record(instances),
    ...(globals && { globals: record(globals) }),
    types: record(classes),
    methods: {},
  }),
);
