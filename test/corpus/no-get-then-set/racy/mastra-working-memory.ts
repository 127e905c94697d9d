import type { Memory } from '@mastra/memory';

export class Profiles {
  constructor(private readonly memory: Memory) {}

  async note(threadId: string, resourceId: string, fact: string): Promise<void> {
    const known = await this.memory.getWorkingMemory({ threadId, resourceId });
    const workingMemory = `${known ?? ''}\n- ${fact}`;
    await this.memory.updateWorkingMemory({ threadId, resourceId, workingMemory }); // RACE
  }
}
