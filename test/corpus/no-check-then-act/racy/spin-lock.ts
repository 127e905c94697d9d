import { createClient, type RedisClientType } from 'redis';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class SpinLock {
  private readonly client: RedisClientType = createClient();

  async lock(name: string, owner: string): Promise<void> {
    while (await this.client.exists(`lock:${name}`)) {
      await sleep(25);
    }
    await this.client.set(`lock:${name}`, owner, { EX: 30 }); // RACE
  }

  async unlock(name: string): Promise<void> {
    await this.client.del(`lock:${name}`);
  }
}
