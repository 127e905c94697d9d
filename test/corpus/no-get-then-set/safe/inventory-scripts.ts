// safe: defineScript adds a command that runs on the server
import { createClient, defineScript } from 'redis';
import type { CommandParser } from 'redis';

const pickUp = defineScript({
    NUMBER_OF_KEYS: 1,
    SCRIPT: `
        local bag = cjson.decode(redis.call('GET', KEYS[1]) or '{}')
        bag[ARGV[1]] = (bag[ARGV[1]] or 0) + 1
        redis.call('SET', KEYS[1], cjson.encode(bag))
        return bag[ARGV[1]]
    `,
    parseCommand(parser: CommandParser, player: string, item: string) {
        parser.pushKey(`bag:${player}`);
        parser.push(item);
    },
    transformReply: (reply: number) => reply as unknown as number,
});

const client = createClient({ scripts: { pickUp } });

export async function loot(player: string, items: string[]): Promise<Record<string, unknown>> {
    if (!client.isOpen) await client.connect();
    const counts: Record<string, unknown> = {};
    for (const item of items) {
        counts[item] = await client.pickUp(player, item);
    }
    return counts;
}
