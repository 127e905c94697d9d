import { inventName } from './names.js';

let letters = 0;
let names = 0;

export async function christen(seed: string): Promise<number> {
  [letters, names] = [letters + (await inventName(seed)).length, names + 1]; // RACE
  return letters / names;
}

export const reset = (): void => {
  letters = 0;
  names = 0;
};
