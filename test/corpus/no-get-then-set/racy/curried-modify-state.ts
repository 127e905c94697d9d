import Redis from 'ioredis';

const redis = new Redis();

const modify =
  (key: string) =>
  async (f: (n: number) => number): Promise<number> => {
    const before = Number((await redis.get(key)) ?? '0');
    const after = f(before);
    await redis.set(key, String(after)); // RACE
    return after;
  };

const karma = (user: string) => modify(`karma:${user}`);

export const upvote = (user: string) => karma(user)((n) => n + 1); // RACE
export const downvote = (user: string) => karma(user)((n) => n - 1); // RACE
