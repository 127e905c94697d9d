// safe: what is emptied after the wait is the list that was taken out
import { send } from './net.js';

export class Batcher {
  private items: string[] = [];

  add(item: string): void {
    this.items.push(item);
  }

  async flush(): Promise<void> {
    const taken = this.items;
    this.items = [];
    await send(taken);
    taken.length = 0;
  }
}
