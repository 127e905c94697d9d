/** Whether a file can hold a store at all, from its text: most files cannot, and cost no more than this. */
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

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
