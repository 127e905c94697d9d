// safe: cache-aside for vectors, requests in flight are shared
import { createHash } from 'node:crypto';
import { createClient } from 'redis';

type Embed = (text: string) => Promise<number[]>;

export class EmbeddingCache {
  private readonly client = createClient();
  private readonly inFlight = new Map<string, Promise<number[]>>();

  constructor(private readonly embed: Embed) {}

  open() {
    return this.client.connect();
  }

  vector(text: string): Promise<number[]> {
    const key = 'embedding:' + createHash('sha256').update(text).digest('hex');
    let pending = this.inFlight.get(key);
    if (!pending) {
      pending = this.fetch(key, text).finally(() => this.inFlight.delete(key));
      this.inFlight.set(key, pending);
    }
    return pending;
  }

  private async fetch(key: string, text: string): Promise<number[]> {
    const stored = await this.client.get(key);
    if (stored) return stored.split(',').map(Number);
    const vector = await this.embed(text);
    await this.client.set(key, vector.join(','), { EX: 7 * 86400 });
    return vector;
  }
}
