import Redis from 'ioredis';

export class Raffle {
  constructor(private db: Redis) {}

  async enter(user: string): Promise<{ entered: boolean }> {
    if ((await this.db.zscore('raffle', user)) !== null) {
      return { entered: false };
    }
    await this.db.zadd('raffle', Date.now(), user); // RACE
    await this.sendTicket(user);
    return { entered: true };
  }

  private async sendTicket(user: string) {
    await this.db.publish('mail', user);
  }
}
