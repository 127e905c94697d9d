// One key for each fact
import { randomUUID } from 'node:crypto';
import { getStore } from '@langchain/langgraph';

export async function rememberFact(user: string, fact: string) {
  const store = getStore();
  const known = await store.search(['memories', user], { query: fact, limit: 5 });
  if (known.some((item) => item.value['fact'] === fact)) return known.length;
  await store.put(['memories', user], randomUUID(), { fact });
  return known.length + 1;
}
