import pLimit from 'p-limit';
import { Redis } from 'ioredis';

const redis = new Redis();

type Inventory = Partial<Record<'wood' | 'iron' | 'rope', number>>;

export async function craftBow(player: string): Promise<Inventory> {
  const oneAtATime = pLimit(1);

  return oneAtATime(async () => {
    const inventory: Inventory = JSON.parse((await redis.get(`inv:${player}`)) ?? '{}');
    if ((inventory.wood ?? 0) < 3 || (inventory.rope ?? 0) < 1) {
      throw new Error('not enough material');
    }
    const after: Inventory = { ...inventory, wood: inventory.wood! - 3, rope: inventory.rope! - 1 };
    await redis.set(`inv:${player}`, JSON.stringify(after)); // RACE
    return after;
  });
}
