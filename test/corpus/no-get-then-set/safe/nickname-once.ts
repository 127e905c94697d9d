// safe: HSETNX decides, its reply is checked
import { Redis } from 'ioredis';

const redis = new Redis();

/** Gives a nickname to the first user who asks for it. */
export async function chooseNickname(user: string, nickname: string): Promise<boolean> {
  const won = await redis.hsetnx('nicknames', nickname.toLowerCase(), user);
  if (won === 0) {
    const owner = await redis.hget('nicknames', nickname.toLowerCase());
    return owner === user;
  }
  await redis.hset(`user:${user}`, 'nickname', nickname);
  return true;
}
