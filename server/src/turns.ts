/** Long work of the protocol thread, in turns with the messages that arrive meanwhile. */
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of a turn. */
const TURN = 5;

/** Lets messages that have arrived have their turn. */
export const nextTurn = (): Promise<void> => setImmediate();

/** Does something with each, one after the other. */
export async function inTurns<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - start < TURN) continue;
    await nextTurn();
    start = performance.now();
  }
}

export async function mapInTurns<T, R>(items: Iterable<T>, make: (item: T) => R): Promise<R[]> {
  const made: R[] = [];
  await inTurns(items, (item) => made.push(make(item)));
  return made;
}
