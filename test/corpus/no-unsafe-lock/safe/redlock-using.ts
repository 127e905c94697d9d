// safe: redlock as documented
import Client from 'ioredis';
import Redlock from 'redlock';
import { chargeCard } from './psp.js';

const redlock = new Redlock([new Client()]);

export async function charge(order: string): Promise<void> {
  await redlock.using([`locks:order:${order}`], 10_000, async (signal) => {
    await chargeCard(order);
    if (signal.aborted) throw signal.error;
  });
}
