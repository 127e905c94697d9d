/** `new Promise((resolve) => fs.access(path, (error) => resolve(!error)))`: a check in a promise of one's own. */
import type { Call } from './calls.js';
import { joinValues } from './state.js';
import { toldByConstants, type Given } from './tried.js';
import { valueOf, type Value } from './value.js';
import type { Walk } from './walk.js';

/** What stands for the function that settles a promise that a call makes. */
export function settlerOf(walk: Walk, { callee, instruction }: Call): Value | undefined {
  if (!instruction.construct || callee.kind !== 'global' || callee.name !== 'Promise') return undefined;
  const settler = walk.terms.made(instruction.to);
  walk.settlers.set(settler, []);
  return valueOf(settler);
}

/** Notes what a promise is settled with, and what had been decided by then. */
export function noteSettled(walk: Walk, { callee, args }: Call): void {
  const [value] = args;
  if (value) walk.settlers.get(callee)?.push({ value, decisions: walk.state.decisions });
}

/** What the promise gives, where that is what a check has told; else the reads behind it are all that counts. */
export function settledWith(walk: Walk, { term }: Value): Value | undefined {
  const given = walk.settlers.get(term) ?? [];
  const [first, ...others] = given.map(({ value }) => value);
  if (!first) return undefined;
  const told =
    toldByConstants(walk, given, walk.state.decisions) ??
    others.reduce((joined, value) => joinValues(walk.terms, walk.form.at.start, joined, value), first);
  return isTold(told) && given.every(isKnown) ? told : undefined;
}

function isTold({ sources }: Value): boolean {
  return [...sources].some((source) => source.kind === 'read' && source.access.operation === 'check');
}

function isKnown({ value: { term } }: Given): boolean {
  return term.kind === 'constant' || term.kind === 'compute';
}
