// `update` reads and writes in one transaction
import { get, set, update } from 'idb-keyval';

export async function extendStreak(habit: string): Promise<number> {
  await update<number>(`streak:${habit}`, (days) => (days ?? 0) + 1);
  return (await get<number>(`streak:${habit}`)) ?? 0;
}

export async function rename(habit: string, name: string): Promise<void> {
  const before = await get<string>(`name:${habit}`);
  if (before !== name) await set(`name:${habit}`, name);
}
