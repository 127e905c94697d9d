/**
 * Vectorize of Cloudflare's workers: `upsert` replaces vectors, `insert` leaves those that are there. Source: its
 * documentation and `@cloudflare/workers-types`.
 */
import type { StoreModel } from '../model.js';

const IDS = { at: 0, path: ['*', 'id'] } as const;

export const vectorize: StoreModel = {
  id: 'vectorize',
  family: 'vectors',
  packages: ['@cloudflare/workers-types'],
  scope: 'distributed',
  types: { Vectorize: 'client', VectorizeIndex: 'client' },
  ambientTypes: { VectorizeIndex: 'client', Vectorize: 'client' },
  conventions: ['env.*VECTORIZE*'],
  methods: {
    upsert: { operation: 'write', ids: IDS },
    insert: { operation: 'write', ids: IDS },
  },
};
