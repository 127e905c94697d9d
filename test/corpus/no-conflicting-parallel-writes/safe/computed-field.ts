// safe: each agent writes a field of its own
import { createClient } from 'redis';

const client = createClient();

export async function vote(poll: string, agents: { name: string; ask(q: string): Promise<string> }[]) {
  await Promise.all(
    agents.map(async (agent) => {
      const answer = await agent.ask(poll);
      await client.hSet(`poll:${poll}`, agent.name, answer);
    }),
  );
}
