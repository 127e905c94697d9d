import { insertMany } from './clickhouse.js';

let buffer: object[] = [];

export const push = (row: object): number => buffer.push(row);

export async function flush(): Promise<void> {
  try {
    await insertMany('rows', buffer);
  } finally {
    buffer = []; // RACE
  }
}
