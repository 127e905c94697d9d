import type { Session } from '@openai/agents';

export async function compact(session: Session): Promise<void> {
  const items = await session.getItems();
  if (items.length < 100) return;
  await session.clearSession();
  await session.addItems(items.slice(-20)); // RACE
}
