import type { LangGraphRunnableConfig } from '@langchain/langgraph';

interface State {
  userId: string;
  fact: string;
}

export async function remember({ userId, fact }: State, config: LangGraphRunnableConfig) {
  const namespace = ['memories', userId];
  const item = await config.store?.get(namespace, 'facts');
  const facts = (item?.value.facts as string[] | undefined) ?? [];
  await config.store?.put(namespace, 'facts', { facts: [...facts, fact] }); // RACE
  return {};
}
