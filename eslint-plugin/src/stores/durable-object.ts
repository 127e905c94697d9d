/**
 * Storage of a Durable Object. Source: https://developers.cloudflare.com/durable-objects/api/storage-api/ and
 * /durable-objects/reference/in-memory-state/: the object is one thread; while one of its storage operations is on its way no other event
 * is let in. Waiting for anything else (`fetch`, a timer, the body of a request) lets others run.
 */
import type { MethodModel, StoreModel } from './model.js';

// `allowConcurrency` opens the gate that a read keeps shut.
const ungated = { option: 'allowConcurrency' };
const read: MethodModel = { operation: 'read', key: { names: 0 }, ungated };
const write: MethodModel = {
  operation: 'write',
  key: 0,
  value: 1,
  single: { operation: 'write', entries: { of: 'keys', from: 0 } },
};

export const durableObject: StoreModel = {
  id: 'durable-object',
  packages: ['@cloudflare/workers-types', 'cloudflare:workers', 'partyserver', 'agents'],
  scope: 'process',
  gated: true,
  types: { DurableObjectState: 'holder', DurableObjectStorage: 'client', DurableObjectTransaction: 'client' },
  ambientTypes: {
    DurableObjectState: 'holder',
    DurableObjectStorage: 'client',
    DurableObjectTransaction: 'client',
    SyncKvStorage: 'client',
  },
  inherited: {
    DurableObject: { ctx: 'holder' },
    Server: { ctx: 'holder' },
    Agent: { ctx: 'holder' },
  },
  // `kv` of a storage is the same storage, without promises.
  properties: { storage: 'client', kv: 'client' },
  conventions: ['state.storage', 'ctx.storage', 'room.storage'],
  derived: { transaction: { role: 'client', callback: 0 } },
  alone: { transaction: 0, transactionSync: 0, blockConcurrencyWhile: 0 },
  methods: {
    get: read,
    list: { operation: 'check', key: { constant: '*' } },
    put: write,
    delete: { operation: 'delete', key: { names: 0 } },
  },
};
