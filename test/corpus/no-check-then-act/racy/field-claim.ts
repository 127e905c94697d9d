import Redis from 'ioredis';

export class SlotBoard {
  #redis = new Redis();

  async book(day: string, slot: string, guest: string) {
    const isTaken = await this.#redis.hexists(`slots:${day}`, slot);
    if (isTaken) throw new SlotTakenError(slot);
    await this.#redis.hset(`slots:${day}`, slot, guest); // RACE
  }
}

export class SlotTakenError extends Error {}
