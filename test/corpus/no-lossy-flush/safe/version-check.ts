// safe: the flag is cleared only if nothing has changed since the save began
import { saveDocument } from './backend.js';

let version = 0;
let text = '';
let dirty = false;

export function edit(next: string): void {
  text = next;
  version += 1;
  dirty = true;
}

export async function autosave(): Promise<void> {
  if (!dirty) return;
  const saved = version;
  await saveDocument(text);
  if (saved === version) dirty = false;
}
