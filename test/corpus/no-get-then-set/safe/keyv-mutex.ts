// In memory, and a mutex of the process holds from read to write
import { Mutex } from 'async-mutex';
import Keyv from 'keyv';

const votes = new Keyv();
const mutex = new Mutex();

export function vote(option: string): Promise<number> {
  return mutex.runExclusive(async () => {
    const next = ((await votes.get<number>(option)) ?? 0) + 1;
    await votes.set(option, next);
    return next;
  });
}
