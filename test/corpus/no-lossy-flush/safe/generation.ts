// safe: the clear is for the generation that was saved, others have a list of their own
import { save } from './disk.js';

const generations = new Map<number, string[]>();
let current = 0;

export function add(line: string): void {
  const lines = generations.get(current) ?? [];
  lines.push(line);
  generations.set(current, lines);
}

export async function rotate(): Promise<void> {
  const old = current;
  current += 1;
  const lines = generations.get(old) ?? [];
  await save(lines);
  generations.delete(old);
}
