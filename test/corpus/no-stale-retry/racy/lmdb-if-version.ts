import { open } from 'lmdb';

const notes = open<{ tags: string[] }, string>({ path: 'notes.mdb', useVersions: true });

export async function tagNote(id: string, tag: string): Promise<void> {
  const entry = notes.getEntry(id);
  if (!entry) return;
  const { value, version = 0 } = entry;
  const tags = await suggest([...value.tags, tag]);
  let isStored = false;
  while (!isStored) {
    isStored = await notes.put(id, { ...value, tags }, version + 1, version); // RACE
  }
}

async function suggest(tags: string[]): Promise<string[]> {
  const answer = await fetch('https://tags.example/normalise', { method: 'POST', body: JSON.stringify(tags) });
  return (await answer.json()) as string[];
}
