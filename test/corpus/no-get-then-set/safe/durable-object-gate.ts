// Between the read and the write the object waits for its own storage only: its input gate lets no other event in
import { DurableObject } from 'cloudflare:workers';

export class Counter extends DurableObject {
  async increment(by = 1): Promise<number> {
    const value = (await this.ctx.storage.get<number>('value')) ?? 0;
    await this.ctx.storage.put('value', value + by);
    return value + by;
  }

  async move(from: string, to: string): Promise<void> {
    const [source, target] = await Promise.all([
      this.ctx.storage.get<string[]>(from),
      this.ctx.storage.get<string[]>(to),
    ]);
    const [first, ...rest] = source ?? [];
    if (first === undefined) return;
    await this.ctx.storage.put(from, rest);
    await this.ctx.storage.put(to, [...(target ?? []), first]);
  }
}
