import Client from 'ioredis';
import Redlock from 'redlock';

export class Seats {
  private readonly redlock: Redlock;

  constructor(private readonly repository: { book(seat: string): Promise<void> }) {
    this.redlock = new Redlock([new Client()]);
  }

  async book(seat: string): Promise<void> {
    const lock = await this.redlock.acquire([`seat:${seat}`], 5000); // RACE
    await this.repository.book(seat);
    await lock.release();
  }
}
