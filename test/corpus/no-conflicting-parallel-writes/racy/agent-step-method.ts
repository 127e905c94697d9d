import type { Redis } from 'ioredis';

interface Agent {
  name: string;
  act(round: number): Promise<unknown>;
}

export class Arena {
  private round = 0;

  constructor(
    private readonly store: Redis,
    private readonly agents: Agent[],
  ) {}

  async playRound(): Promise<void> {
    this.round += 1;
    await Promise.all(this.agents.map((agent) => this.step(agent)));
  }

  private async step(agent: Agent): Promise<void> {
    const move = await agent.act(this.round);
    await this.store.set('arena:move', JSON.stringify({ by: agent.name, move })); // RACE
  }
}
