// Other events are kept out until the callback ends
import { DurableObject } from 'cloudflare:workers';

export class Wallet extends DurableObject {
  async deposit(amount: number, currency: string): Promise<number> {
    return this.ctx.blockConcurrencyWhile(async () => {
      const balance = (await this.ctx.storage.get<number>('balance')) ?? 0;
      const response = await fetch(`https://rates.example.com/${currency}`);
      const { rate } = await response.json<{ rate: number }>();
      await this.ctx.storage.put('balance', balance + amount * rate);
      return balance + amount * rate;
    });
  }
}
