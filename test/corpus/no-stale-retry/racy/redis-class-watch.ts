import { Redis } from 'ioredis';

export class Reservations {
  private readonly client: Redis;

  constructor(url: string) {
    this.client = new Redis(url);
  }

  async add(day: string, guest: string): Promise<void> {
    const client = this.client.duplicate();
    const guests = JSON.parse((await client.get(`day:${day}`)) ?? '[]') as string[];
    const text = JSON.stringify([...guests, guest]);
    let answer: unknown = null;
    while (answer === null) {
      await client.watch(`day:${day}`);
      answer = await client.multi().set(`day:${day}`, text).exec(); // RACE
    }
    client.disconnect();
  }
}
