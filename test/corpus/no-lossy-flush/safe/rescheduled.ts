// safe: after the save, the timer is set again where more has come
import { persist } from './storage.js';

let timer: NodeJS.Timeout | null = null;
let waiting = false;
let notes: string[] = [];

export function add(note: string): void {
  notes = [...notes, note];
  waiting = true;
  schedule();
}

function schedule(): void {
  if (timer) return;
  timer = setTimeout(() => void run(), 200);
}

async function run(): Promise<void> {
  waiting = false;
  await persist(notes);
  timer = null;
  if (waiting) schedule();
}
