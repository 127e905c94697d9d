import type Redis from 'ioredis';

export interface BucketOptions {
  capacity: number;
  refillPerSecond: number;
}

/** Token bucket kept in one hash per caller. */
export class TokenBucket {
  readonly #db: Redis;
  readonly #options: Readonly<BucketOptions>;

  constructor(db: Redis, options: BucketOptions) {
    this.#db = db;
    this.#options = Object.freeze({ ...options });
  }

  async take(caller: string, cost = 1): Promise<boolean> {
    const { capacity, refillPerSecond } = this.#options;
    const id = 'bucket.' + caller;
    const now = Date.now();

    const [storedTokens, storedAt] = await this.#db.hmget(id, 'tokens', 'at');
    const elapsed = storedAt ? (now - +storedAt) / 1000 : 0;
    let tokens = Math.min(capacity, (storedTokens ? +storedTokens : capacity) + elapsed * refillPerSecond);

    const ok = tokens >= cost;
    if (ok) tokens -= cost;
    await this.#db.hmset(id, { tokens, at: now }); // RACE
    await this.#db.expire(id, 3600);
    return ok;
  }
}
