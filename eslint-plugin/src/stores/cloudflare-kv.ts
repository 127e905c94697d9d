/**
 * Workers KV. Source: https://developers.cloudflare.com/kv/api/; @cloudflare/workers-types. There is nothing atomic in
 * it, the last writer wins, and others may see the old value for a minute or more.
 */
import type { StoreModel } from './model.js';

export const cloudflareKv: StoreModel = {
  id: 'cloudflare-kv',
  packages: ['@cloudflare/workers-types'],
  scope: 'distributed',
  types: { KVNamespace: 'client' },
  ambientTypes: { KVNamespace: 'client' },
  conventions: ['env.*KV', 'env.KV*', 'env.*_KV_*'],
  methods: {
    get: { operation: 'read', key: { names: 0 } },
    getWithMetadata: { operation: 'read', key: 0 },
    put: { operation: 'write', key: 0, value: 1 },
    delete: { operation: 'delete', key: 0 },
  },
};
