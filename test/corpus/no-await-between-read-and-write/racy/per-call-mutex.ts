import { Mutex } from 'async-mutex';
import { fetchRate } from './fx.js';

let exposure = 0;

export async function addPosition(currency: string, amount: number) {
  const mutex = new Mutex();
  return mutex.runExclusive(async () => {
    const before = exposure;
    const rate = await fetchRate(currency);
    exposure = before + amount * rate; // RACE
    return exposure;
  });
}
