// SAFE: the message has an id, by which consumers drop a second one.
import { randomUUID } from 'node:crypto';
import type { ConfirmChannel } from 'amqplib';

export class Publisher {
  constructor(private readonly channel: ConfirmChannel) {}

  async emit(exchange: string, key: string, event: object): Promise<void> {
    const messageId = randomUUID();
    const content = Buffer.from(JSON.stringify(event));
    for (let remaining = 5; remaining > 0; remaining--) {
      try {
        this.channel.publish(exchange, key, content, { messageId });
        await this.channel.waitForConfirms();
        return;
      } catch {
        continue;
      }
    }
    throw new Error('broker is away');
  }
}
