import { Redis } from 'ioredis';

const redis = new Redis();

export async function bumpPatch(pkg: string): Promise<string> {
  const current = (await redis.get(`version:${pkg}`)) ?? '0.0.0';
  const [major, minor, patch] = current.split('.').map(Number);
  const next = `${major}.${minor}.${patch! + 1}`;
  await redis.set(`version:${pkg}`, next); // RACE
  return next;
}
