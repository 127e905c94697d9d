import fs from 'node:fs';

export async function enrich(id: string, fetchProfile: (id: string) => Promise<unknown>) {
  const cache = JSON.parse(fs.readFileSync('profiles.json', 'utf8'));
  cache[id] = await fetchProfile(id);
  fs.writeFileSync('profiles.json', JSON.stringify(cache)); // RACE
}
