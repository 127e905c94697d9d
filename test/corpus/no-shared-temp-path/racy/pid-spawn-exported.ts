import { writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
export function runR(code: string) {
  const script = `/tmp/script-${process.pid}.R`;
  writeFileSync(script, code); // RACE
  return spawn('Rscript', [script]);
}
