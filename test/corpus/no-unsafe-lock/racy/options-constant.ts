import { createClient, type RedisClientType } from 'redis';

const IF_ABSENT = { NX: true } as const;

export function makeLocker(client: RedisClientType) {
  return {
    async lock(name: string, token: string) {
      const reply = await client.set(`lock:${name}`, token, IF_ABSENT); // RACE
      return reply === 'OK';
    },
    async unlock(name: string) {
      await client.del(`lock:${name}`);
    },
  };
}

export const locker = makeLocker(createClient() as RedisClientType);
