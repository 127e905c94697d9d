// safe: it is cleared only if it is still the one that was saved
import { saveDocument } from './backend.js';

let pendingText: string | null = null;

export function onEdit(text: string): void {
  pendingText = text;
}

export async function autosave(): Promise<void> {
  const text = pendingText;
  if (text === null) return;
  await saveDocument(text);
  if (pendingText === text) pendingText = null;
}
