/** What a file can hold at all, from its text: those that hold nothing of interest cost no more than this. */
import type { StoreModel } from '../../stores/model.js';

const patterns = new WeakMap<readonly StoreModel[], RegExp>();

export function mayHoldStore(text: string, stores: readonly StoreModel[]): boolean {
  let pattern = patterns.get(stores);
  if (!pattern) {
    const words = new Set(stores.flatMap((store) => [...store.packages, ...(store.names ?? [])]));
    pattern = new RegExp([...words].map(escape).join('|'), 'u');
    patterns.set(stores, pattern);
  }
  return pattern.test(text);
}

/** Whether anything in a file lets another execution run. */
export function maySuspend(text: string): boolean {
  return /\bawait\b|\.then\s*\(|\byield\b|\bset(?:Timeout|Interval|Immediate)\b|\(\s*_?err(?:or)?\b/u.test(
    text,
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
