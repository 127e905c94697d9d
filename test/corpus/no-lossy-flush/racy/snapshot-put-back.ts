import type { Store } from './store.js';

let profiles = new Map<string, string>();

export function setProfile(id: string, text: string): void {
  profiles.set(id, text);
}

export function every(store: Store, ms: number): NodeJS.Timeout {
  return setInterval(async () => {
    const snapshot = new Map(profiles);
    await store.saveAll(snapshot);
    profiles = snapshot; // RACE
  }, ms);
}
