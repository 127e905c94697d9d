import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { complete } from './llm.js';

class Planner {
  constructor(private readonly workspace: string) {}

  async run(goal: string): Promise<void> {
    const plan = await complete(`Plan: ${goal}`);
    await writeFile(join(this.workspace, 'NOTES.md'), plan);
  }
}

class Critic {
  constructor(private readonly workspace: string) {}

  async run(goal: string): Promise<void> {
    const critique = await complete(`Criticise: ${goal}`);
    await writeFile(join(this.workspace, 'NOTES.md'), critique); // RACE
  }
}

export async function think(workspace: string, goal: string): Promise<void> {
  const planner = new Planner(workspace);
  const critic = new Critic(workspace);
  await Promise.all([planner.run(goal), critic.run(goal)]);
}
