/**
 * Buckets of NATS JetStream: `@nats-io/kv`, and `nats` 2 before it. Source: their types. `create` and `update` throw where
 * the server expects another revision.
 */
import type { StoreModel } from './model.js';

export const natsKv: StoreModel = {
  id: 'nats-kv',
  packages: ['@nats-io/kv', 'nats', 'nats.ws', '@nats-io/transport-node', '@nats-io/nats-core'],
  scope: 'distributed',
  classes: { Kvm: 'holder' },
  factories: { connect: 'holder' },
  types: { KV: 'client', Kvm: 'holder', JetStreamClient: 'holder', NatsConnection: 'holder', RoKV: 'client' },
  properties: { views: 'holder' },
  derived: {
    jetstream: { role: 'holder', of: 'holder' },
    // A bucket's keys end after its `ttl`, or never.
    kv: { role: 'client', of: 'holder', lifetime: { at: 1, option: 'ttl' } },
    create: { role: 'client', of: 'holder', lifetime: { at: 1, option: 'ttl' } },
    open: { role: 'client', of: 'holder', lifetime: 'elsewhere' },
  },
  methods: {
    get: { operation: 'read', key: 0 },
    put: {
      operation: 'write',
      key: 0,
      value: 1,
      throws: true,
      conditions: [{ only: 'matches', option: 'previousSeq' }],
    },
    create: { operation: 'write', key: 0, value: 1, only: 'absent', throws: true, expiries: [] },
    update: { operation: 'write', key: 0, value: 1, only: 'matches', throws: true },
    delete: { operation: 'delete', key: 0, conditions: [{ only: 'matches', option: 'previousSeq' }] },
    purge: { operation: 'delete', key: 0, conditions: [{ only: 'matches', option: 'previousSeq' }] },
  },
};
