import Redis from 'ioredis';

const redis = new Redis();

export async function befriend(a: string, b: string) {
  const [rawA, rawB] = await Promise.all([redis.get(`friends:${a}`), redis.get(`friends:${b}`)]);
  const ofA: string[] = rawA ? JSON.parse(rawA) : [];
  const ofB: string[] = rawB ? JSON.parse(rawB) : [];
  await Promise.all([
    redis.set(`friends:${a}`, JSON.stringify([...ofA, b])), // RACE
    redis.set(`friends:${b}`, JSON.stringify([...ofB, a])), // RACE
  ]);
}
