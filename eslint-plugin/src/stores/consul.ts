/** consul 1 and 2. Source: its README. Keys and values stand in their places or in one object of options. */
import type { StoreModel } from './model.js';

const key = { at: 0, property: 'key' };

export const consul: StoreModel = {
  id: 'consul',
  packages: ['consul'],
  scope: 'distributed',
  classes: { default: 'holder', Consul: 'holder' },
  factories: { default: 'holder' },
  types: { default: 'holder', Consul: 'holder', Kv: 'client' },
  properties: { kv: 'client' },
  conventions: ['consul.kv', 'consulClient.kv'],
  callbacks: true,
  methods: {
    get: { operation: 'read', key },
    set: {
      operation: 'write',
      key,
      value: { first: [1, { at: 0, property: 'value' }] },
      conditions: [
        { only: 'matches', option: 'cas' },
        // Only the session that holds the key's lock may write.
        { only: 'matches', option: 'acquire' },
      ],
    },
    del: { operation: 'delete', key },
    delete: { operation: 'delete', key },
  },
};
