// safe: the rows bring their ids
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');

interface Row {
  id: string;
  content: string;
}

export async function addDocuments(rows: Row[], embeddings: number[][]) {
  const { error } = await supabase
    .from('documents')
    .upsert(rows.map((row, i) => ({ id: row.id, content: row.content, embedding: embeddings[i] })));
  if (error) throw error;
}
