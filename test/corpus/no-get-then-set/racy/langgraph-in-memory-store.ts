import { InMemoryStore } from '@langchain/langgraph';

const store = new InMemoryStore();

export async function countCall(agent: string, tool: string): Promise<void> {
  const item = await store.get(['usage', agent], tool);
  const calls = Number(item?.value['calls'] ?? 0);
  await store.put(['usage', agent], tool, { calls: calls + 1 }); // RACE
}
