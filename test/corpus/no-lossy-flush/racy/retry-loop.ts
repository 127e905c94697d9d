import type { Client } from './client.js';

export class Outbox {
  private mails: string[] = [];

  constructor(private readonly client: Client) {}

  queue(mail: string): void {
    this.mails.push(mail);
  }

  async flush(): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      try {
        await this.client.send(this.mails);
        break;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
    this.mails = []; // RACE
  }
}
