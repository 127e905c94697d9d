// safe: acquired, released in finally
import Client from 'ioredis';
import { Redlock } from '@sesamecare-oss/redlock';
import { chargeCard } from './psp.js';

const redlock = new Redlock([new Client()], { retryCount: 10 });

export async function charge(order: string): Promise<void> {
  const lock = await redlock.acquire([`locks:order:${order}`], 10_000);
  try {
    await chargeCard(order);
  } finally {
    await lock.release().catch(() => undefined);
  }
}
