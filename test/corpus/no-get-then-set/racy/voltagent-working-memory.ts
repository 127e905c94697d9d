import { Memory } from '@voltagent/core';

const memory = new Memory({});

export async function addGoal(conversationId: string, goal: string) {
  const stored = await memory.getWorkingMemory({ conversationId });
  const goals: string[] = stored ? JSON.parse(stored) : [];
  goals.push(goal);
  await memory.updateWorkingMemory({ conversationId, content: JSON.stringify(goals) }); // RACE
}
