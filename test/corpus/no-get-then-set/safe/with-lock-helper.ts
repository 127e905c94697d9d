// safe: hand-written distributed lock (SET NX PX token, Lua release in finally) spans read and write
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);

const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

async function withLock<T>(name: string, fn: () => Promise<T>, ttl = 5000): Promise<T> {
  const lockKey = `lock:${name}`;
  const token = randomUUID();
  const deadline = Date.now() + 10_000;
  while ((await redis.set(lockKey, token, 'PX', ttl, 'NX')) !== 'OK') {
    if (Date.now() > deadline) throw new Error(`lock timeout: ${name}`);
    await sleep(25);
  }
  try {
    return await fn();
  } finally {
    await redis.eval(RELEASE, 1, lockKey, token);
  }
}

export async function addComment(postId: string, comment: { by: string; text: string }) {
  return withLock(`post:${postId}`, async () => {
    const raw = await redis.get(`post:${postId}:comments`);
    const comments = raw ? JSON.parse(raw) : [];
    comments.push(comment);
    await redis.set(`post:${postId}:comments`, JSON.stringify(comments));
    return comments.length as number;
  });
}
