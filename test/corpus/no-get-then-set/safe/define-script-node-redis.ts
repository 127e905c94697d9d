// safe: node-redis defineScript; the server does the addition
import { createClient, defineScript } from 'redis';

const client = createClient({
  scripts: {
    addCapped: defineScript({
      NUMBER_OF_KEYS: 1,
      SCRIPT: `
        local v = math.min(tonumber(redis.call('GET', KEYS[1]) or '0') + tonumber(ARGV[1]), tonumber(ARGV[2]))
        redis.call('SET', KEYS[1], v)
        return v`,
      parseCommand(parser: any, key: string, by: number, cap: number) {
        parser.pushKey(key);
        parser.push(String(by), String(cap));
      },
      transformReply: (reply: number) => reply,
    }),
  },
});

export async function heal(player: string, hp: number): Promise<{ before: number; after: number }> {
  const before = Number(await client.get(`hp:${player}`));
  const after = Number(await client.addCapped(`hp:${player}`, hp, 100));
  return { before, after };
}
