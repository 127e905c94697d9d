import { createClient } from '@supabase/supabase-js';
import { runTool } from './tools.js';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_KEY ?? '');

export async function runTools(runId: string, tools: string[]): Promise<void> {
  const tasks = tools.map(async (tool) => {
    const output = await runTool(tool);
    const { error } = await supabase.from('runs').update({ output }).eq('id', runId); // RACE
    if (error) throw error;
  });
  await Promise.all(tasks);
}
