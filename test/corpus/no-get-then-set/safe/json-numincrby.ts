// safe: atomic JSON commands
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export async function vote(pollId: string, option: number, voter: string) {
  const poll = await redis.json.get<{ closed: boolean }>(`poll:${pollId}`, '$');
  if (!poll) throw new Error('no poll');
  await redis.json.numincrby(`poll:${pollId}`, `$.options[${option}].votes`, 1);
  await redis.json.arrappend(`poll:${pollId}`, '$.voters', JSON.stringify(voter));
}
