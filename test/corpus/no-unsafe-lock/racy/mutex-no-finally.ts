import { Mutex } from 'async-mutex';
import { readLedger, writeLedger } from './ledger.js';

const mutex = new Mutex();

export async function book(entry: string): Promise<void> {
  const release = await mutex.acquire(); // RACE
  const ledger = await readLedger();
  await writeLedger([...ledger, entry]);
  release();
}
