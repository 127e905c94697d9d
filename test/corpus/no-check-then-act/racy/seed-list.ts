import Redis from 'ioredis';

const redis = new Redis();

export async function seed(defaults: string[]) {
  const known = await redis.exists('prompts');
  if (!known) {
    await redis.rpush('prompts', ...defaults); // RACE
  }
}
