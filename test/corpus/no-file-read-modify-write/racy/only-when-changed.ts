import { readFile, writeFile } from 'node:fs/promises';

export async function claim(agentId: string): Promise<string | undefined> {
  const queue = JSON.parse(await readFile('queue.json', 'utf8')) as { id: string; claimedBy?: string }[];
  const item = queue.find((each) => each.claimedBy === undefined);
  if (!item) return undefined;
  item.claimedBy = agentId;
  await writeFile('queue.json', JSON.stringify(queue)); // RACE
  return item.id;
}
