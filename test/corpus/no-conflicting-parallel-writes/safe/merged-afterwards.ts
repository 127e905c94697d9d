// safe: the results are gathered and written once
import { writeFile } from 'node:fs/promises';
import type { Agent } from './agents.js';

export async function runAll(agents: readonly Agent[], topic: string): Promise<void> {
  const reports = await Promise.all(agents.map((agent) => agent.research(topic)));
  await writeFile('report.md', reports.join('\n\n'));
}
