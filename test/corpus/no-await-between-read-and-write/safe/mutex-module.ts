// safe: one mutex for the module spans read and write
import { Mutex } from 'async-mutex';
import { fetchRate } from './fx.js';

const mutex = new Mutex();
let exposure = 0;

export async function addPosition(currency: string, amount: number): Promise<number> {
  return mutex.runExclusive(async () => {
    const before = exposure;
    const rate = await fetchRate(currency);
    exposure = before + amount * rate;
    return exposure;
  });
}
