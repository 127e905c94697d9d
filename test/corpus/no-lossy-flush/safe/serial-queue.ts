// safe: additions and flushes run in one queue of one
import PQueue from 'p-queue';
import { insert } from './db.js';

const inTurn = new PQueue({ concurrency: 1 });
let rows: object[] = [];

export function add(row: object): Promise<void> {
  return inTurn.add(() => {
    rows.push(row);
  });
}

export function flush(): Promise<void> {
  return inTurn.add(async () => {
    await insert(rows);
    rows = [];
  });
}
