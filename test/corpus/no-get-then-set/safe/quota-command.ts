// safe: a custom command made with defineCommand does the compare and the write
import Redis, { type Result } from 'ioredis';

declare module 'ioredis' {
  interface RedisCommander<Context> {
    spendQuota(key: string, rows: number, limit: number): Result<number, Context>;
  }
}

const client = new Redis();

client.defineCommand('spendQuota', {
  numberOfKeys: 1,
  lua: `
    local used = tonumber(redis.call('get', KEYS[1]) or '0')
    local after = used + tonumber(ARGV[1])
    if after > tonumber(ARGV[2]) then return -1 end
    redis.call('set', KEYS[1], after, 'EX', 86400)
    return after`,
});

export async function consumeExport(accountId: string, rows: number, limit: number) {
  const spent = await client.spendQuota(`exports:${accountId}`, rows, limit);
  if (spent < 0) throw new Error('quota exceeded');
  return { spent, left: limit - spent };
}
