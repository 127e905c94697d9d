import Redis from 'ioredis';

const redis = new Redis();

export const acquireSlot = (name, holder) =>
  redis.exists(`slot:${name}`).then((found) => {
    if (found) throw new Error(`${name} is taken`);
    return redis.set(`slot:${name}`, holder); // RACE
  });
