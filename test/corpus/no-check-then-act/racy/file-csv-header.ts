import { appendFileSync, existsSync, writeFileSync } from 'node:fs';

export function logMetric(file: string, name: string, value: number): void {
  if (!existsSync(file)) {
    writeFileSync(file, 'time,name,value\n'); // RACE
  }
  appendFileSync(file, `${Date.now()},${name},${value}\n`);
}
