/**
 * `chromadb` 3.5: records are lists in one object. `upsert` replaces, `add` leaves what is there and drops the new
 * record without an error, `update` merges metadata. Source: its types and documentation.
 */
import type { StoreModel } from '../model.js';

const IDS = {
  first: [
    { at: 0, path: ['ids', '*'] },
    { at: 0, path: ['ids'] },
  ],
} as const;
const METADATA = {
  first: [
    { at: 0, path: ['metadatas', '*'] },
    { at: 0, path: ['metadatas'] },
  ],
} as const;

export const chroma: StoreModel = {
  id: 'chroma',
  family: 'vectors',
  packages: ['chromadb', 'chromadb-client'],
  scope: 'distributed',
  classes: { ChromaClient: 'client', CloudClient: 'client', AdminClient: 'client' },
  types: { ChromaClient: 'client', CloudClient: 'client', Collection: 'client' },
  names: ['chromaCollection'],
  derived: {
    getCollection: { role: 'client', separate: true },
    createCollection: { role: 'client', separate: true },
    getOrCreateCollection: { role: 'client', separate: true },
  },
  methods: {
    get: { operation: 'read', key: IDS },
    add: { operation: 'write', only: 'absent', key: IDS, value: METADATA, ids: IDS },
    upsert: { operation: 'write', key: IDS, value: METADATA, ids: IDS },
    update: { operation: 'write', key: IDS, value: METADATA },
    delete: { operation: 'delete', key: IDS },
  },
};
