// safe: an exclusive web lock spans read and write
import { encrypt } from './crypto.js';

const drafts = new Map();

export async function appendToDraft(id, text) {
  await navigator.locks.request(`draft-${id}`, async () => {
    const old = drafts.get(id) ?? [];
    const sealed = await encrypt(text);
    drafts.set(id, [...old, sealed]);
  });
}

export const draft = (id) => drafts.get(id) ?? [];
