/**
 * Stores that let no other event in while one of their operations is on its way: to wait for it is to keep the turn.
 * Source: https://developers.cloudflare.com/durable-objects/reference/glossary/#input-gate
 */
import type { CallInstruction, SuspendInstruction, Temp } from '../lower/program.js';
import type { Walk } from './walk.js';

/** Whether whoever waits here keeps the turn. */
export function isGated(walk: Walk, at: SuspendInstruction | CallInstruction): boolean {
  if (walk.gated.size === 0) return false;
  if (at.op === 'suspend') return isGatedPromise(walk, at.from);
  return at.callee.kind === 'member' && isGatedPromise(walk, at.callee.object);
}

/** A call that keeps the turn until its promise settles: of such a store, or of functions that wait for nothing else. */
export function noteGated(walk: Walk, call: CallInstruction, waitedBefore: number): void {
  if (walk.foreignWaits === waitedBefore) walk.gated.add(call.to);
}

/** `Promise.all` of such promises, and what follows one by `then`. */
export function noteCombined(
  walk: Walk,
  call: CallInstruction,
  name: string | undefined,
  waited: number,
): void {
  if (walk.gated.size === 0 || call.callee.kind !== 'member') return;
  const chained = name === 'then' || name === 'catch' || name === 'finally';
  if (chained && isGatedPromise(walk, call.callee.object)) {
    noteGated(walk, call, waited);
    return;
  }
  if (name !== 'all' && name !== 'allSettled') return;
  const [list] = call.arguments;
  const made = list && walk.context.definitions.program.definitions[list.value];
  if (
    made?.op === 'array' &&
    made.elements.every(({ value, spread }) => !spread && isGatedPromise(walk, value))
  )
    walk.gated.add(call.to);
}

function isGatedPromise(walk: Walk, promise: Temp): boolean {
  if (walk.gated.has(promise)) return true;
  const definition = walk.context.definitions.program.definitions[promise];
  if (definition?.op === 'load') {
    const { writes } = definition.variable;
    return writes.length === 1 && writes.every((write) => walk.gated.has(write));
  }
  return (
    definition?.op === 'branch' &&
    definition.arms.every((arm) => arm.value === undefined || isGatedPromise(walk, arm.value))
  );
}
