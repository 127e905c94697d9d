// safe: reads the rule, counts exposures with HINCRBY
import { createHash } from 'node:crypto';
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

type Rule = { percent: number; salt: string };

function bucket(salt: string, user: string): number {
  return createHash('md5').update(salt + user).digest().readUInt16BE(0) % 100;
}

export async function isOn(flag: string, user: string): Promise<boolean> {
  const rule = await redis.hget<Rule>('flags', flag);
  const on = rule !== null && bucket(rule.salt, user) < rule.percent;
  await redis.hincrby(`exposures:${flag}`, on ? 'on' : 'off', 1);
  return on;
}

export const setRule = (flag: string, rule: Rule) => redis.hset('flags', { [flag]: rule });
