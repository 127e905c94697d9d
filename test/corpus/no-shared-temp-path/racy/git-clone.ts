import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
const run = promisify(execFile);
export async function licenceOf(url: string): Promise<string> {
  const checkout = path.join(tmpdir(), 'licence-check');
  await run('git', ['clone', '--depth', '1', url, checkout]); // RACE
  return readFile(path.join(checkout, 'LICENSE'), 'utf8');
}
