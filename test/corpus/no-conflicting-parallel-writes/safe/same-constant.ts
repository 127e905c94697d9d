// safe: all of them write the same
import { Redis } from 'ioredis';
import { deliver } from './mail.js';

const redis = new Redis();

export async function sendAll(batch: string, mails: string[]): Promise<void> {
  await Promise.all(
    mails.map(async (mail) => {
      await deliver(mail);
      await redis.set(`batch:${batch}:started`, '1');
    }),
  );
}
