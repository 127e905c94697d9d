// safe: a script moves gold between two accounts
import { createClient } from 'redis';

type Client = ReturnType<typeof createClient>;

const MOVE = `
local have = tonumber(redis.call('GET', KEYS[1]) or '0')
if have < tonumber(ARGV[1]) then return 0 end
redis.call('DECRBY', KEYS[1], ARGV[1])
redis.call('INCRBY', KEYS[2], ARGV[1])
return 1`;

export class Bank {
  static async open(url: string): Promise<Bank> {
    const client: Client = createClient({ url });
    await client.connect();
    return new Bank(client);
  }

  private constructor(private readonly client: Client) {}

  async transfer(from: string, to: string, gold: number): Promise<boolean> {
    const before = await this.client.get(`{gold}:${from}`);
    const moved = await this.client.eval(MOVE, { keys: [`{gold}:${from}`, `{gold}:${to}`], arguments: [String(gold)] });
    console.debug('transfer', { from, to, gold, before, moved });
    return moved === 1;
  }
}
