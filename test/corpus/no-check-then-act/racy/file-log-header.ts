import { existsSync, appendFileSync } from 'fs';
export function record(file: string, row: string[]): void {
  if (!existsSync(file)) {
    appendFileSync(file, 'time,name,value\n'); // RACE
  }
  appendFileSync(file, row.join(',') + '\n');
}
