import type { Channel } from 'amqplib';

export class Publisher {
  constructor(private readonly channel: Channel) {}

  async emit(exchange: string, key: string, event: object): Promise<void> {
    const content = Buffer.from(JSON.stringify(event));
    let remaining = 5;
    while (remaining > 0) {
      try {
        await this.send(exchange, key, content);
        return;
      } catch {
        remaining -= 1;
      }
    }
    throw new Error('broker is away');
  }

  private send(exchange: string, key: string, content: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.channel.publish(exchange, key, content, {}, (error) => { // RACE
        if (error) reject(error);
        else resolve();
      });
    });
  }
}
