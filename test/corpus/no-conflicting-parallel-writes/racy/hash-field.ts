import { createClient } from 'redis';

const client = createClient();

export async function vote(poll: string, agents: { name: string; ask(q: string): Promise<string> }[]) {
  await Promise.all(
    agents.map(async (agent) => {
      const answer = await agent.ask(poll);
      await client.hSet(`poll:${poll}`, 'answer', answer); // RACE
    }),
  );
}
