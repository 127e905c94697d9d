// safe: the service runs read and write under redlock
import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Redlock } from '@sesamecare-oss/redlock';

type Inventory = Partial<Record<'wood' | 'iron' | 'rope', number>>;

@Injectable()
export class CraftService {
    private readonly redlock: Redlock;

    constructor(private readonly redis: Redis) {
        this.redlock = new Redlock([redis], { retryCount: 30, retryJitter: 40 });
    }

    async craftBow(player: string): Promise<Inventory> {
        return this.redlock.using([`locks:inv:${player}`], 4000, async () => {
            const inventory: Inventory = JSON.parse((await this.redis.get(`inv:${player}`)) ?? '{}');
            if ((inventory.wood ?? 0) < 3) {
                throw new Error('not enough wood');
            }
            inventory.wood = inventory.wood! - 3;
            await this.redis.set(`inv:${player}`, JSON.stringify(inventory));
            return inventory;
        });
    }
}
