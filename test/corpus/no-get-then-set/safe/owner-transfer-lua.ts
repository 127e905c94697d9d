// safe: eval with a loaded SHA; the get is for the error text
import { readFileSync } from 'node:fs';
import Redis from 'ioredis';

const redis = new Redis();
const script = readFileSync(new URL('./transfer.lua', import.meta.url), 'utf8');
const sha = (redis.script('LOAD', script) as Promise<string>);

export async function transferOwner(item: string, from: string, to: string) {
  const done = await redis.evalsha(await sha, 1, `item:${item}:owner`, from, to);
  if (done !== 1) {
    const owner = await redis.get(`item:${item}:owner`);
    throw new Error(`${item} belongs to ${owner ?? 'nobody'}`);
  }
}
