import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const pathOf = (userId: string) => resolve('data', 'users', `${userId}.json`);

export async function addBadge(userId: string, badge: string) {
  const profile = JSON.parse(await readFile(pathOf(userId), 'utf8'));
  if (profile.badges.includes(badge)) return profile;
  const next = { ...profile, badges: [...profile.badges, badge] };
  await mkdir(dirname(pathOf(userId)), { recursive: true });
  await writeFile(pathOf(userId), JSON.stringify(next)); // RACE
  return next;
}
