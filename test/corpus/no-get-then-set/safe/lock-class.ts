// safe: a lock class of this file, taken before the read and released after the write
import { randomUUID } from 'node:crypto';
import { createClient, type RedisClientType } from 'redis';

class StoreLock {
    private readonly token = randomUUID();

    constructor(
        private readonly client: RedisClientType,
        private readonly name: string,
    ) {}

    async acquire(waitMs = 3000): Promise<void> {
        const until = Date.now() + waitMs;
        for (;;) {
            const reply = await this.client.set(this.name, this.token, { condition: 'NX', expiration: { type: 'PX', value: 8000 } });
            if (reply === 'OK') return;
            if (Date.now() > until) throw new Error(`timeout waiting for ${this.name}`);
            await new Promise((r) => setTimeout(r, 30));
        }
    }

    async release(): Promise<void> {
        const script = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
        await this.client.eval(script, { keys: [this.name], arguments: [this.token] });
    }
}

const client: RedisClientType = createClient();
await client.connect();

export async function rateProduct(sku: string, stars: number): Promise<number> {
    const lock = new StoreLock(client, `lock:rating:${sku}`);
    await lock.acquire();
    try {
        const text = await client.get(`rating:${sku}`);
        const { count, sum } = text ? JSON.parse(text) : { count: 0, sum: 0 };
        await client.set(`rating:${sku}`, JSON.stringify({ count: count + 1, sum: sum + stars }));
        return (sum + stars) / (count + 1);
    } finally {
        await lock.release();
    }
}
