import { saveAll, type Draft } from './drafts.js';

export const drafts: Draft[] = [];

export async function saveDrafts(): Promise<void> {
  await saveAll(drafts);
  drafts.length = 0; // RACE
}
