// Safe: each agent is an object of its own, with a file of its own.
import { writeFile } from 'node:fs/promises';

class Agent {
  private notes: string[] = [];

  constructor(private readonly file: string) {}

  async save(): Promise<void> {
    await writeFile(this.file, this.notes.join('\n'));
  }
}

export async function saveAll(names: string[]): Promise<void> {
  const agents = names.map((name) => new Agent(`notes/${name}.txt`));
  await Promise.all(agents.map((agent) => agent.save()));
}
