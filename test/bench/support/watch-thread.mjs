/**
 * Loaded into a server before it starts: how long its main thread works without looking for messages. Wall time
 * counts, too, what the machine did meanwhile; processor time does not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) watch(process.env.INTERLEAVE_BENCH_BLOCKS);

function watch(file) {
  let longest = { wall: 0, processor: 0 };
  let before = now();
  setInterval(() => {
    const time = now();
    longest = {
      wall: Math.max(longest.wall, time.wall - before.wall),
      processor: Math.max(longest.processor, time.processor - before.processor),
    };
    before = time;
  }, 1).unref();
  // Until the first message it loads its modules; a signal says when to count, and tells what was counted.
  process.on('SIGUSR2', () => {
    writeFileSync(file, JSON.stringify(longest));
    longest = { wall: 0, processor: 0 };
    before = now();
  });
}

/** Milliseconds, of which the second are this thread's own. */
function now() {
  return { wall: performance.now(), processor: ownTime() };
}

function ownTime() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) / 1e6;
  } catch {
    return NaN;
  }
}
