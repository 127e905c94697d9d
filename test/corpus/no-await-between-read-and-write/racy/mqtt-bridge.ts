import { connectAsync, type MqttClient } from 'mqtt';

export class MqttBridge {
  private client?: MqttClient;

  constructor(private readonly url: string) {}

  async publish(topic: string, payload: object): Promise<void> {
    if (!this.client) this.client = await connectAsync(this.url); // RACE
    await this.client.publishAsync(topic, JSON.stringify(payload));
  }

  async close(): Promise<void> {
    await this.client?.endAsync();
    this.client = undefined;
  }
}
