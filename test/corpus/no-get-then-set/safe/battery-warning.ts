// safe: the level only decides whether a constant is stored under another key
import type { Redis } from 'ioredis';

export class BatteryWatch {
    private static readonly LOW = 15;

    constructor(private readonly deps: { redis: Redis; mail: (to: string, text: string) => Promise<void> }) {}

    public async inspect(device: string, owner: string): Promise<void> {
        const level = await this.deps.redis.hget(`device:${device}`, 'battery');
        if (level === null) return;

        if (Number(level) <= BatteryWatch.LOW) {
            await this.deps.redis.set(`warning:${device}`, 'battery', 'EX', 86_400);
            await this.deps.mail(owner, `Battery of ${device} is at ${level} %`);
        }
    }
}
