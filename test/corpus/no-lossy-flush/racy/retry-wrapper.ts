import { retry } from './retry.js';
import { publish } from './broker.js';

export class Outbox {
  private messages: string[] = [];

  add(message: string): void {
    this.messages = [...this.messages, message];
  }

  async flush(): Promise<number> {
    const count = this.messages.length;
    await retry(() => publish(this.messages), { times: 3 });
    this.messages = []; // RACE
    return count;
  }
}
