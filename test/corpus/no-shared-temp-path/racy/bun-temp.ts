import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function evaluate(script: string) {
  const file = join(tmpdir(), 'eval.ts');
  await Bun.write(file, script); // RACE
  return import(file);
}
