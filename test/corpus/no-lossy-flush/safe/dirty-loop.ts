// safe: the flag is cleared before each save, and asked again after it
import { save } from './disk.js';

const state = { jobs: [] as string[] };
let dirty = false;
let saving = false;

export function addJob(job: string): void {
  state.jobs.push(job);
  dirty = true;
}

export async function saveWhenDirty(): Promise<void> {
  if (saving) return;
  saving = true;
  try {
    while (dirty) {
      dirty = false;
      await save(state.jobs);
    }
  } finally {
    saving = false;
  }
}
