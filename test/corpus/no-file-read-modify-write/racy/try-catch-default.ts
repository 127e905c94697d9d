import fs from 'node:fs/promises';

export async function trackToken(id: string, used: number) {
  let usage: Record<string, number>;
  try {
    usage = JSON.parse(await fs.readFile('.usage.json', 'utf8'));
  } catch {
    usage = {};
  }
  usage[id] = (usage[id] ?? 0) + used;
  await fs.writeFile('.usage.json', JSON.stringify(usage)); // RACE
}
