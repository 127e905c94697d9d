/**
 * `weaviate-ts-client` 2, whose calls are built up: `client.data.creator().withId(id).withProperties(…).do()`. A creator
 * is refused where the id is taken, an updater replaces the object. Source: its types.
 */
import type { StoreModel } from '../model.js';

const ID = { link: 'withId', at: 0 } as const;
const OBJECTS = {
  first: [
    { at: 0, path: ['id'] },
    { at: 0, path: ['*', 'id'] },
  ],
} as const;

export const weaviateV2: StoreModel = {
  id: 'weaviate-v2',
  family: 'vectors',
  packages: ['weaviate-ts-client'],
  scope: 'distributed',
  factories: { 'default.client': 'client', client: 'client' },
  types: { WeaviateClient: 'client' },
  namespaces: ['data', 'batch'],
  derived: {
    creator: { role: 'client', namespace: 'creator' },
    updater: { role: 'client', namespace: 'creator' },
    objectsBatcher: { role: 'client', namespace: 'batcher' },
    withId: { role: 'client', namespace: 'creator' },
    withClassName: { role: 'client', namespace: 'creator' },
    withProperties: { role: 'client', namespace: 'creator' },
    withVector: { role: 'client', namespace: 'creator' },
    withTenant: { role: 'client', namespace: 'creator' },
    withConsistencyLevel: { role: 'client', namespace: 'creator' },
  },
  methods: {
    'creator.do': { operation: 'write', ids: ID, within: [{ link: 'withTenant', at: 0 }] },
    'batcher.withObject': { operation: 'write', ids: OBJECTS },
    'batcher.withObjects': { operation: 'write', ids: OBJECTS },
  },
};
