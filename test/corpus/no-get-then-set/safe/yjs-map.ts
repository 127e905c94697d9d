// safe: a CRDT map in memory inside a transaction
import * as Y from 'yjs';

export function increment(doc: Y.Doc, name: string): number {
  const store = doc.getMap<number>('counters');
  let value = 0;
  doc.transact(() => {
    value = (store.get(name) ?? 0) + 1;
    store.set(name, value);
  });
  return value;
}
