// safe: the memory of one thread is carried over to a new one
import type { Memory } from '@mastra/memory';

export async function fork(memory: Memory, from: string, to: string): Promise<void> {
  const workingMemory = await memory.getWorkingMemory({ threadId: from });
  await memory.updateWorkingMemory({ threadId: to, workingMemory: workingMemory ?? '' });
}
