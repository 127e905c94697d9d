import * as fs from 'node:fs';

export function start(pidFile: string): void {
  let running = false;
  try {
    fs.statSync(pidFile);
    running = true;
  } catch {
    running = false;
  }
  if (running) {
    console.error('already running');
    process.exitCode = 1;
    return;
  }
  fs.writeFileSync(pidFile, `${process.pid}\n`); // RACE
}
