import { Mutex } from 'async-mutex';
import Redis from 'ioredis';

const redis = new Redis();

export async function subscribe(newsletter: string, email: string): Promise<void> {
  if (!email.includes('@')) {
    throw new TypeError(`not an address: ${email}`);
  }

  const mutex = new Mutex();
  await mutex.runExclusive(async () => {
    const raw = await redis.get(`audience:${newsletter}`);
    const audience: string[] = raw ? JSON.parse(raw) : [];
    if (audience.includes(email)) return;
    await redis.set(`audience:${newsletter}`, JSON.stringify([...audience, email])); // RACE
  });
}
