// safe: the promise is kept before anything is awaited
import { createClient } from 'redis';

type Client = ReturnType<typeof createClient>;

export class Store {
  private connection?: Promise<Client>;

  private client(): Promise<Client> {
    this.connection ??= this.connect();
    return this.connection;
  }

  private async connect(): Promise<Client> {
    try {
      return await createClient({ url: process.env.REDIS_URL }).connect();
    } catch (error) {
      this.connection = undefined;
      throw error;
    }
  }

  async ping(): Promise<string> {
    return (await this.client()).ping();
  }
}
