/**
 * `@qdrant/js-client-rest` 1.18 and 1.19. `upsert` replaces a point as a whole; `update_filter` and `update_mode` make
 * it conditional, `setPayload` merges keys. The collection is an argument. Source: its types.
 */
import type { StoreModel } from '../model.js';

const IDS = {
  first: [
    { at: 1, path: ['points', '*', 'id'] },
    { at: 1, path: ['batch', 'ids', '*'] },
  ],
} as const;
const POINTS = { at: 1, path: ['points', '*'] } as const;

export const qdrant: StoreModel = {
  id: 'qdrant',
  family: 'vectors',
  packages: ['@qdrant/js-client-rest', '@qdrant/qdrant-js', '@qdrant/js-client-grpc'],
  scope: 'distributed',
  classes: { QdrantClient: 'client' },
  types: { QdrantClient: 'client' },
  names: ['qdrant', 'qdrantClient'],
  methods: {
    retrieve: { operation: 'read', key: 0, field: { at: 1, path: ['ids', '*'] } },
    upsert: {
      operation: 'write',
      key: 0,
      field: IDS,
      value: { at: 1, path: ['points', '*', 'payload'] },
      ids: IDS,
      within: [0],
      conditions: [
        { only: 'matches', option: 'update_filter' },
        { only: 'absent', option: 'update_mode', equals: 'insert_only' },
      ],
    },
    setPayload: { operation: 'write', key: 0, field: POINTS, value: { at: 1, path: ['payload'] } },
    overwritePayload: { operation: 'write', key: 0, field: POINTS, value: { at: 1, path: ['payload'] } },
    delete: { operation: 'delete', key: 0, field: POINTS },
  },
};
