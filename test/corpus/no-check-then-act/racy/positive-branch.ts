import Redis from 'ioredis';

const redis = new Redis();
declare function sendWelcome(email: string): Promise<void>;

export async function welcome(email: string) {
  const sent = await redis.get(`welcomed:${email}`);
  if (!sent) {
    await sendWelcome(email);
    await redis.set(`welcomed:${email}`, 'true'); // RACE
  }
}
