// safe: read and written in one step of a service that runs as one process
import { readFileSync, writeFileSync } from 'node:fs';

export function record(name: string, value: number) {
  const data = JSON.parse(readFileSync('metrics.json', 'utf8')) as Record<string, number>;
  data[name] = value;
  writeFileSync('metrics.json', JSON.stringify(data));
}
