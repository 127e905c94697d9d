// safe: each fact has a key of its own
import { randomUUID } from 'node:crypto';
import type { LangGraphRunnableConfig } from '@langchain/langgraph';

export async function remember(
  { userId, fact }: { userId: string; fact: string },
  config: LangGraphRunnableConfig,
) {
  const known = await config.store?.search(['memories', userId]);
  await config.store?.put(['memories', userId], randomUUID(), { fact, position: known?.length ?? 0 });
  return {};
}
