// Safe: a month of one customer, with an id made for this call.
import { writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { statementsOf } from './ledger.js';

export async function statement(customer: string, month: string): Promise<string> {
  const file = path.join(os.tmpdir(), `statement-${month}-${randomUUID()}.csv`);
  await writeFile(file, await statementsOf(customer, month));
  return file;
}
