import type { LangGraphRunnableConfig } from '@langchain/langgraph';

export async function rememberFact(state: { fact: string }, config: LangGraphRunnableConfig) {
  const store = config.store;
  if (!store) throw new Error('A store is needed');
  const namespace = ['memories', String(config.configurable?.userId)];
  const item = await store.get(namespace, 'facts');
  const facts = (item?.value.facts as string[] | undefined) ?? [];
  await store.put(namespace, 'facts', { facts: [...facts, state.fact] }); // RACE
  return {};
}
