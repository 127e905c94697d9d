// safe: a directory of its own
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function scratch() {
  const dir = mkdtempSync(join(tmpdir(), 'run-'));
  const file = join(dir, 'state.json');
  if (!existsSync(file)) writeFileSync(file, '{}');
  return dir;
}
