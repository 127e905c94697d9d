import Client from 'ioredis';
import Redlock from 'redlock';
import { chargeCard } from './psp.js';

const redlock = new Redlock([new Client()], { retryCount: 5 });

export async function charge(order: string): Promise<void> {
  const lock = await redlock.acquire([`locks:order:${order}`], 10_000); // RACE
  await chargeCard(order);
  await lock.release();
}
