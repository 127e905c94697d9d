import { supabase } from './supabase.js';

export async function saveSteps(recipe: string, steps: { text: string }[]) {
  const [removed, inserted] = await Promise.all([
    supabase.from('steps').delete().eq('recipe', recipe),
    supabase.from('steps').insert(steps.map((step) => ({ ...step, recipe }))), // RACE
  ]);
  return { removed, inserted };
}
