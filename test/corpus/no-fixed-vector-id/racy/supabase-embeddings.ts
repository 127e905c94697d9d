import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');

export async function addDocuments(contents: string[], embeddings: number[][]) {
  const { count } = await supabase.from('documents').select('*', { count: 'exact', head: true });
  const rows = contents.map((content, i) => ({
    id: (count ?? 0) + i,
    content,
    embedding: embeddings[i],
  }));
  const { error } = await supabase.from('documents').upsert(rows); // RACE
  if (error) throw error;
}
