// Calls wait for one another, in the one process that has the database open
import { Level } from 'level';
import PQueue from 'p-queue';

const db = new Level<string, number>('./ledger', { valueEncoding: 'json' });
const queue = new PQueue({ concurrency: 1 });

export function credit(id: string, amount: number): Promise<void> {
  return queue.add(async () => {
    const balance = (await db.get(id)) ?? 0;
    await db.put(id, balance + amount);
  });
}
