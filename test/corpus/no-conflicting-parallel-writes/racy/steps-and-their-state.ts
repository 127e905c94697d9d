import { createClient } from 'redis';

type Client = ReturnType<typeof createClient>;

interface Check {
  readonly title: string;
  verify(): Promise<boolean>;
}

export class Gate {
  constructor(private readonly client: Client) {}

  async open(release: string, checks: readonly Check[]): Promise<void> {
    await Promise.allSettled(checks.map((check) => this.verify(release, check)));
  }

  private async verify(release: string, check: Check): Promise<void> {
    if (await check.verify()) {
      await this.client.hSet(`release:${release}`, 'gate', 'open'); // RACE
      return;
    }
    await this.client.hSet(`release:${release}`, 'gate', 'shut');
  }
}
