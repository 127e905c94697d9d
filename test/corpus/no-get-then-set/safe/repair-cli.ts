// safe: one-shot CLI, top-level loop, nothing exported
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);
let fixed = 0;

for await (const keys of redis.scanStream({ match: 'user:*' })) {
  for (const key of keys as string[]) {
    const user = JSON.parse((await redis.get(key)) ?? 'null');
    if (!user || typeof user.email !== 'string') continue;
    const email = user.email.trim().toLowerCase();
    if (email === user.email) continue;
    await redis.set(key, JSON.stringify({ ...user, email }));
    fixed++;
  }
}

console.log(`${fixed} users repaired`);
redis.disconnect();
