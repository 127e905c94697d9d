// SAFE: notes and version are selected in each round.
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);

export async function appendNote(id: string, note: string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    const { data: page } = await supabase.from('pages').select('notes, version').eq('id', id).single();
    const notes = [...page!.notes, note];
    const { data } = await supabase
      .from('pages')
      .update({ notes, version: page!.version + 1 })
      .eq('id', id)
      .eq('version', page!.version)
      .select();
    if (data && data.length > 0) return;
  }
  throw new Error('page is being edited');
}
