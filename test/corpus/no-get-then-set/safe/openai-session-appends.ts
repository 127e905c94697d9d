// safe: items are added to what is there
import type { AgentInputItem, Session } from '@openai/agents';

export async function answer(session: Session, reply: (history: AgentInputItem[]) => Promise<AgentInputItem>) {
  const history = await session.getItems();
  await session.addItems([await reply(history)]);
}
