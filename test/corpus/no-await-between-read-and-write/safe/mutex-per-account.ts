// safe: one mutex an account, kept in a map, guards the entry of that account
import { Mutex } from 'async-mutex';
import { settle } from './bank.js';

const balances = new Map<string, number>();
const locks = new Map<string, Mutex>();

function lockOf(account: string): Mutex {
  let lock = locks.get(account);
  if (!lock) {
    lock = new Mutex();
    locks.set(account, lock);
  }
  return lock;
}

export function withdraw(account: string, cents: number): Promise<boolean> {
  return lockOf(account).runExclusive(async () => {
    const balance = balances.get(account) ?? 0;
    if (balance < cents) return false;
    await settle(account, cents);
    balances.set(account, balance - cents);
    return true;
  });
}
