// safe: candidates for a leader wait as long as there is one
import { Redis } from 'ioredis';
import { hostname } from 'node:os';

const redis = new Redis();
const me = `${hostname()}:${process.pid}`;

export async function becomeLeader(group: string): Promise<void> {
  while ((await redis.set(`leader-lock:${group}`, me, 'PX', 15_000, 'NX')) !== 'OK') {
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
}
