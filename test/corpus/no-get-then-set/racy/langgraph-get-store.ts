import { getStore } from '@langchain/langgraph';

export async function countVisit(userId: string): Promise<void> {
  const store = getStore();
  const profile = await store.get(['profiles', userId], 'visits');
  await store.put(['profiles', userId], 'visits', { count: (profile?.value['count'] ?? 0) + 1 }); // RACE
}
