// safe: the store of AsyncLocalStorage belongs to one request
import { AsyncLocalStorage } from 'node:async_hooks';
import { query } from './db.js';

interface Trace {
  queries: number;
  rows: number;
}

const storage = new AsyncLocalStorage<Trace>();

export const withTrace = <T>(work: () => Promise<T>) => storage.run({ queries: 0, rows: 0 }, work);

export async function traced(sql: string): Promise<unknown[]> {
  const trace = storage.getStore();
  const rows = await query(sql);
  if (trace) {
    trace.queries += 1;
    trace.rows += rows.length;
  }
  return rows;
}
