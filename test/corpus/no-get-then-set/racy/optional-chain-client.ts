import { createClient } from 'redis';

export class MetricsSink {
  private client?: ReturnType<typeof createClient>;

  async open(url: string) {
    this.client = createClient({ url });
    await this.client.connect();
  }

  async gaugeAdd(name: string, by: number) {
    const value = Number(await this.client?.get(`gauge:${name}`)) || 0;
    await this.client?.set(`gauge:${name}`, value + by); // RACE
  }
}
