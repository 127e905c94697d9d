import { Wallet } from './wallet.model.js';

async function again<T>(run: () => Promise<T>, left = 2): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (left === 0) throw error;
    return again(run, left - 1);
  }
}

export const deposit = (owner: string, cents: number) =>
  again(() => Wallet.findOneAndUpdate({ owner }, { $inc: { cents } }, { new: true }).exec()); // RACE
