// safe: the whole read-modify-write runs in a Lua script added by defineCommand
import Redis, { type Result, type Callback } from 'ioredis';

declare module 'ioredis' {
  interface RedisCommander<Context> {
    takeToken(key: string, capacity: number, refill: number, now: number, callback?: Callback<number>): Result<number, Context>;
  }
}

const redis = new Redis();

redis.defineCommand('takeToken', {
  numberOfKeys: 1,
  lua: `
    local b = cjson.decode(redis.call('GET', KEYS[1]) or '{"t":0,"n":0}')
    local n = math.min(tonumber(ARGV[1]), b.n + (tonumber(ARGV[3]) - b.t) * tonumber(ARGV[2]))
    if n < 1 then return 0 end
    redis.call('SET', KEYS[1], cjson.encode({ t = tonumber(ARGV[3]), n = n - 1 }))
    return 1
  `,
});

export async function take(user: string): Promise<boolean> {
  const snapshot = await redis.get(`bucket:${user}`);
  if (process.env.DEBUG) console.log('bucket', snapshot);
  return (await redis.takeToken(`bucket:${user}`, 20, 0.5, Date.now() / 1000)) === 1;
}
