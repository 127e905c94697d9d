// A cache that is filled on a miss and answers on a hit
import Keyv from 'keyv';
import { loadProfile, type Profile } from './profiles.js';

const cache = new Keyv<Profile>({ ttl: 60_000 });

export async function profile(id: string): Promise<Profile> {
  const cached = await cache.get(id);
  if (cached) return cached;
  const loaded = await loadProfile(id);
  await cache.set(id, loaded);
  return loaded;
}

export async function profileOr(id: string): Promise<Profile> {
  let found = await cache.get(id);
  if (found === undefined) {
    found = await loadProfile(id);
    await cache.set(id, found);
  }
  return found;
}
