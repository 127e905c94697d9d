import { patchDocument } from './api.mjs';

let changes = {};

export function edit(field, value) {
  changes[field] = value;
}

export async function sync(id) {
  await patchDocument(id, changes);
  changes = {}; // RACE
}
