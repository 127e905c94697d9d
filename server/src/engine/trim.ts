/**
 * Keeps the memory of a thread small. A check leaves a tree behind, all of it garbage, which V8 would move to the space
 * of what stays, and would let that grow to hundreds of megabytes before it looks.
 */
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 1024 * 1024;

/** With so many bytes of new objects, most of them of the check that is over, throwing them away is worth its time. */
const WORTH_TIDYING = 12 * MEGABYTE;

/** So many bytes more than the last collection left in the space of what stays are mostly garbage. */
const MAX_GROWTH = 32 * MEGABYTE;

/** V8 keeps the room that garbage took: with so many bytes of it, giving them back is worth its time. */
const WORTH_TRIMMING = 24 * MEGABYTE;

/** Milliseconds without a task until then. V8 gives up compiled code with it, so that the next check takes longer. */
const REST = 20_000;

let timer: NodeJS.Timeout | undefined;
let last = '';
let known: Collector | undefined;
let left = 0;

/**
 * Called when a task is over and its answer is on its way: nobody waits for what is done here. A collection of everything
 * gives up compiled code: not while one file is typed in.
 */
export function tidy(uri: string): void {
  const isTyping = uri === last;
  last = uri;
  const { fresh, settled } = measure();
  if (!isTyping && settled - left > MAX_GROWTH) collectAll();
  else if (fresh > WORTH_TIDYING) collect('minor');
}

function collectAll(): void {
  collect('major');
  left = measure().settled;
}

/** Called with each task: a long one keeps the timer from ringing by itself. */
export function trimAtRest(): void {
  clearTimeout(timer);
  timer = setTimeout(trim, REST);
  timer.unref();
}

function trim(): void {
  const { total_heap_size: total, used_heap_size: used } = getHeapStatistics();
  const { settled } = measure();
  if (total - used < WORTH_TRIMMING && settled - left < WORTH_TRIMMING) return;
  // The first leaves pages behind that only the second gives back.
  collectAll();
  collectAll();
}

/** Bytes in use: of new objects, and of those that V8 expects to stay. */
function measure(): { readonly fresh: number; readonly settled: number } {
  let [fresh, settled] = [0, 0];
  for (const { space_name: name, space_used_size: used } of getHeapSpaceStatistics()) {
    if (name.startsWith('new_')) fresh += used;
    else settled += used;
  }
  return { fresh, settled };
}

type Collector = (...options: readonly { readonly type: 'minor' }[]) => void;

function collect(type: 'major' | 'minor'): void {
  known ??= findCollector();
  // Older releases take whatever they are given for a wish for a minor one.
  if (type === 'minor') known({ type });
  else known();
}

/** Node shows V8's collector only to those who set a flag, and reads the flag for each new context. */
function findCollector(): Collector {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function'
    ? (...options) => void Reflect.apply(found, undefined, options)
    : () => undefined;
}
