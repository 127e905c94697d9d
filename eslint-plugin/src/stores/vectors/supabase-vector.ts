/**
 * Tables of embeddings through `@supabase/supabase-js`: an upsert of rows that hold an embedding, by their `id`.
 * Sources: its types, and the tables that LangChain's and Supabase's guides lay out.
 */
import type { StoreModel } from '../model.js';

const IDS = {
  first: [
    { at: 0, path: ['*', 'id'] },
    { at: 0, path: ['id'] },
  ],
} as const;
const HOLDS = ['embedding', 'embeddings', 'vector'] as const;

export const supabaseVector: StoreModel = {
  id: 'supabase-vector',
  family: 'vectors',
  packages: ['@supabase/supabase-js', '@supabase/ssr'],
  scope: 'distributed',
  classes: { SupabaseClient: 'client' },
  factories: { createClient: 'client', createServerClient: 'client' },
  types: { SupabaseClient: 'client' },
  derived: { from: { role: 'client', separate: true } },
  methods: {
    upsert: { operation: 'write', ids: IDS, holds: HOLDS },
    insert: { operation: 'write', ids: IDS, holds: HOLDS },
  },
};
