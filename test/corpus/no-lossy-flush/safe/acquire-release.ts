// safe: who adds acquires the same lock
import { Mutex } from 'async-mutex';
import { insert } from './db.js';

export class Outbox {
  private readonly lock = new Mutex();
  private items: string[] = [];

  async add(item: string): Promise<void> {
    const release = await this.lock.acquire();
    try {
      this.items.push(item);
    } finally {
      release();
    }
  }

  async flush(): Promise<void> {
    const release = await this.lock.acquire();
    try {
      await insert(this.items);
      this.items = [];
    } finally {
      release();
    }
  }
}
