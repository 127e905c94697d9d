import { createClient } from 'redis';

const client = createClient();
await client.connect();

/** Spends gems of a player. */
export async function spendGems(player: string, gems: number): Promise<number> {
    const purse = 'gems:' + player;
    const owned = parseInt((await client.get(purse)) ?? '0', 10);
    if (owned < gems) {
        throw new Error('not enough gems');
    }

    const own = client.duplicate();
    await own.connect();
    try {
        await own.watch(purse);
        await own.multi().set(purse, owned - gems).exec(); // RACE
    } finally {
        own.destroy();
    }
    return owned - gems;
}
