import { saveDocument } from './backend.js';

let pendingText: string | null = null;

export function onEdit(text: string): void {
  pendingText = text;
}

export async function autosave(): Promise<void> {
  if (pendingText === null) return;
  await saveDocument(pendingText);
  pendingText = null; // RACE
}
