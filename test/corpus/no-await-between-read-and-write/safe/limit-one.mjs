// safe: a shared p-limit of one runs the updates one by one
import pLimit from 'p-limit';
import { judge } from './judge.mjs';

const oneByOne = pLimit(1);
let score = 0;

export const recordThrow = (frame) =>
  oneByOne(async () => {
    const before = score;
    const points = await judge(frame);
    score = before + points;
    return score;
  });
