// safe: the field is checked again after the await, before it is set
import { connectAsync, type MqttClient } from 'mqtt';

export class Bridge {
  private client?: MqttClient;

  constructor(private readonly url: string) {}

  async get(): Promise<MqttClient> {
    if (this.client) return this.client;
    const fresh = await connectAsync(this.url);
    if (this.client) {
      fresh.end();
      return this.client;
    }
    this.client = fresh;
    return fresh;
  }
}
