import PQueue from 'p-queue';
import { grade, type Essay } from './grading.js';

const queue = new PQueue({ concurrency: 8 });
const tally: Record<string, number> = {};

export function submit(essay: Essay): Promise<void> {
  return queue.add(async () => {
    const soFar = tally[essay.course] ?? 0;
    const points = await grade(essay);
    tally[essay.course] = soFar + points; // RACE
  });
}
