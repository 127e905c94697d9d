import { createClient } from 'redis';

type Client = ReturnType<typeof createClient>;

export class LoyaltyService {
  private client: Client = createClient();

  async start(): Promise<void> {
    await this.client.connect();
  }

  async creditAll(customerIds: string[], points: number): Promise<void> {
    for (const id of customerIds) {
      const current = await this.client.get(`loyalty:${id}`);
      await this.client.set(`loyalty:${id}`, Number(current ?? 0) + points); // RACE
    }
  }
}
