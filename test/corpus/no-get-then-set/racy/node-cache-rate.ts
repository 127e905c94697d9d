import NodeCache from 'node-cache';
import { lookupPlan } from './plans.js';

export class RateLimiter {
  private readonly cache = new NodeCache({ stdTTL: 60, checkperiod: 30 });

  async hit(apiKey: string): Promise<boolean> {
    const count = this.cache.get<number>(apiKey) ?? 0;
    const plan = await lookupPlan(apiKey);
    if (count >= plan.limit) return false;
    this.cache.set(apiKey, count + 1); // RACE
    return true;
  }
}
