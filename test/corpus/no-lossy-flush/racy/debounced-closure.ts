import debounce from 'lodash.debounce';
import { saveDraft } from './api.js';

let draft: Record<string, string> = {};

const save = debounce(async () => {
  await saveDraft(draft);
  draft = {}; // RACE
}, 500);

export function edit(field: string, text: string): void {
  draft[field] = text;
  save();
}
