// safe: leadership by SET NX with expiry, renewed by an owner-checked script
import { hostname } from 'node:os';
import { Redis } from 'ioredis';

const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;

export class Election {
  private readonly me = `${hostname()}#${process.pid}`;
  private leading = false;

  constructor(private readonly redis: Redis, private readonly leaseMs = 10_000) {}

  get isLeader(): boolean {
    return this.leading;
  }

  async tick(): Promise<void> {
    if (this.leading) {
      const renewed = await this.redis.eval(RENEW, 1, 'leader', this.me, this.leaseMs);
      this.leading = renewed === 1;
      return;
    }
    const won = await this.redis.set('leader', this.me, 'PX', this.leaseMs, 'NX');
    this.leading = won === 'OK';
  }

  async whoLeads(): Promise<string | null> {
    return this.redis.get('leader');
  }
}
