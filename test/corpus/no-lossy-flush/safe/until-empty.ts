// safe: each round takes what there is, until nothing is left
import { ship } from './shipper.js';

let buffer: string[] = [];

export function add(line: string): void {
  buffer.push(line);
}

export async function drain(): Promise<void> {
  while (buffer.length > 0) {
    const batch = buffer;
    buffer = [];
    await ship(batch);
  }
}
