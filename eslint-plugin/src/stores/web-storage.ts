/**
 * `localStorage`, of all tabs of an origin. Source: https://html.spec.whatwg.org/multipage/webstorage.html. Synchronous: in one tab a get and
 * a set with nothing between them are one step.
 */
import type { StoreModel } from './model.js';

export const webStorage: StoreModel = {
  id: 'local-storage',
  packages: [],
  scope: 'host',
  sync: true,
  globals: { localStorage: 'client' },
  ambientTypes: { Storage: 'client' },
  space: 'localStorage',
  methods: {
    getItem: { operation: 'read', key: 0 },
    setItem: { operation: 'write', key: 0, value: 1 },
    removeItem: { operation: 'delete', key: 0 },
  },
};

/** `sessionStorage`, of one tab. */
export const sessionStorage: StoreModel = {
  ...webStorage,
  id: 'session-storage',
  scope: 'process',
  globals: { sessionStorage: 'client' },
  ambientTypes: {},
  space: 'sessionStorage',
};
