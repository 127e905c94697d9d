import Redis from 'ioredis';

class RedisBase {
  protected readonly client: Redis;

  constructor(url = process.env.REDIS_URL ?? '') {
    this.client = new Redis(url);
  }

  async close() {
    await this.client.quit();
  }
}

export class UndoStack extends RedisBase {
  async undo(docId: string): Promise<string | undefined> {
    const key = `undo:${docId}`;
    const stack: string[] = JSON.parse((await this.client.get(key)) ?? '[]');
    const op = stack.pop();
    if (op !== undefined) {
      await this.client.set(key, JSON.stringify(stack)); // RACE
    }
    return op;
  }
}
