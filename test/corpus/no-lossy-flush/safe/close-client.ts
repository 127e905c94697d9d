// safe: a connection that is closed is no buffer
import { connect, type Client } from './client.js';

export class Database {
  private client: Client | null = null;
  private connected = false;

  async open(): Promise<void> {
    this.client = await connect();
    this.connected = true;
  }

  async close(): Promise<void> {
    if (!this.client) return;
    await this.client.end();
    this.client = null;
    this.connected = false;
  }
}
