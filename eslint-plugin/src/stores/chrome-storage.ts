/**
 * `chrome.storage` and `browser.storage`. Source: https://developer.chrome.com/docs/extensions/reference/api/storage. Pages, workers and
 * content scripts of an extension share it; keys are the names of an object. Nothing is atomic.
 */
import { WHOLE_STORE, type StoreModel } from './model.js';

const AREAS = ['local', 'sync', 'session'] as const;

function areas(prefix: string): Record<string, 'client'> {
  return Object.fromEntries(AREAS.map((area) => [`${prefix}storage.${area}`, 'client']));
}

export const chromeStorage: StoreModel = {
  id: 'chrome-storage',
  packages: ['webextension-polyfill', 'wxt/browser'],
  scope: 'host',
  globals: { ...areas('chrome.'), ...areas('browser.') },
  instances: { ...areas(''), ...areas('default.'), ...areas('browser.') },
  types: { 'Storage.StorageArea': 'client' },
  ambientTypes: {
    'chrome.storage.StorageArea': 'client',
    'chrome.storage.LocalStorageArea': 'client',
    'chrome.storage.SyncStorageArea': 'client',
    'browser.storage.StorageArea': 'client',
  },
  callbacks: true,
  methods: {
    get: {
      operation: 'read',
      key: { first: [{ names: 0 }, { constant: WHOLE_STORE }] },
      keyed: true,
      plainCallback: true,
    },
    set: { operation: 'write', entries: { of: 'keys', from: 0 }, plainCallback: true },
    remove: { operation: 'delete', key: { names: 0 } },
  },
};
