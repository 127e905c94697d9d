import { writeFile } from 'node:fs/promises';
import type { Agent } from './agents.js';

export async function runAll(agents: readonly Agent[], topic: string): Promise<void> {
  await Promise.all(
    agents.map(async (agent) => {
      const report = await agent.research(topic);
      await writeFile('report.md', report); // RACE
    }),
  );
}
