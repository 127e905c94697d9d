import fs from 'node:fs';

const MAX = 5 * 1024 * 1024;

export function rotate(log) {
  const { size } = fs.statSync(log);
  if (size > MAX) {
    fs.renameSync(log, `${log}.1`); // RACE
  }
}
