// safe: an async-mutex semaphore of one, shared by all calls
import { Semaphore } from 'async-mutex';
import { grade, type Essay } from './grading.js';

const one = new Semaphore(1);
const tally: Record<string, number> = {};

export async function submit(essay: Essay): Promise<number> {
  const [, release] = await one.acquire();
  try {
    const soFar = tally[essay.course] ?? 0;
    const points = await grade(essay);
    tally[essay.course] = soFar + points;
    return tally[essay.course];
  } finally {
    release();
  }
}
