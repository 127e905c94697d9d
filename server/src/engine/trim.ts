/** Gives memory back to the system when the thread that checks has nothing to do. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8 keeps the room that garbage took: with so many bytes of it, a collection is worth its time. */
const WORTHWHILE = 48 * 1024 * 1024;

/** Milliseconds without a task until then. V8 gives up compiled code with it, so that the next check takes longer. */
const REST = 20_000;

let timer: NodeJS.Timeout | undefined;
let collect: (() => void) | undefined;

/** Called with each task: a long one keeps the timer from ringing by itself. */
export function trimAtRest(): void {
  clearTimeout(timer);
  timer = setTimeout(trim, REST);
  timer.unref();
}

function trim(): void {
  const { total_heap_size: total, used_heap_size: used } = getHeapStatistics();
  if (total - used < WORTHWHILE) return;
  collect ??= findCollector();
  // The first leaves pages behind that only the second gives back.
  collect();
  collect();
}

/** Node shows V8's collector only to those who set a flag, and reads the flag for each new context. */
function findCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? () => void Reflect.apply(found, undefined, []) : () => undefined;
}
