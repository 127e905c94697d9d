import { DurableObject } from 'cloudflare:workers';

interface Env {
  RATES: string;
}

export class Wallet extends DurableObject<Env> {
  async deposit(amount: number, currency: string): Promise<number> {
    const balance = (await this.ctx.storage.get<number>('balance')) ?? 0;
    const response = await fetch(`${this.env.RATES}/${currency}`);
    const { rate } = await response.json<{ rate: number }>();
    const next = balance + amount * rate;
    await this.ctx.storage.put('balance', next); // RACE
    return next;
  }
}
