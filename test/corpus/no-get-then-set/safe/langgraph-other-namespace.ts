// safe: what is read and what is written are in different namespaces
import { getStore } from '@langchain/langgraph';

export async function archive(userId: string): Promise<void> {
  const store = getStore();
  const profile = await store.get(['profiles', userId], 'summary');
  await store.put(['archive', userId], 'summary', { text: profile?.value['text'] });
}
