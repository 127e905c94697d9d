import { get, set } from 'idb-keyval';

export async function extendStreak(habit: string): Promise<number> {
  const days = (await get<number>(`streak:${habit}`)) || 0;
  await set(`streak:${habit}`, days + 1); // RACE
  return days + 1;
}
