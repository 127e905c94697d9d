// safe: compare-and-set by Lua, re-read on conflict
import Redis from 'ioredis';

const redis = new Redis();

const CAS = `
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2])
  return 1
end
return 0`;

export async function addMember(teamId: string, member: string): Promise<string[]> {
  const key = `team:${teamId}`;
  for (let attempt = 0; attempt < 20; attempt++) {
    const raw = (await redis.get(key)) ?? '[]';
    const members: string[] = JSON.parse(raw);
    if (members.includes(member)) return members;
    const next = [...members, member];
    const swapped = await redis.eval(CAS, 1, key, raw, JSON.stringify(next));
    if (swapped === 1) return next;
    await new Promise((r) => setTimeout(r, Math.random() * 2 ** attempt));
  }
  throw new Error('conflict');
}
