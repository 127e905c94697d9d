// safe: a table of settings, not an index of vectors
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');

export async function saveTheme(theme: string) {
  await supabase.from('settings').upsert({ id: 1, theme });
}
