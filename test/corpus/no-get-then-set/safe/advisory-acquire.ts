// safe: acquire()/release() helpers of this file (NX token, owner-checked) around the read-modify-write
import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';

const client = createClient();

async function acquireLock(name: string): Promise<string> {
  const token = randomUUID();
  for (let i = 0; i < 200; i++) {
    const ok = await client.set(`lock:${name}`, token, { NX: true, PX: 10_000 });
    if (ok === 'OK') return token;
    await new Promise((r) => setTimeout(r, 20 + Math.random() * 30));
  }
  throw new Error(`cannot lock ${name}`);
}

async function releaseLock(name: string, token: string): Promise<void> {
  await client.eval(`if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`, {
    keys: [`lock:${name}`],
    arguments: [token],
  });
}

export async function appendPlan(planId: string, step: string): Promise<string[]> {
  const token = await acquireLock(planId);
  try {
    const steps: string[] = JSON.parse((await client.get(`plan:${planId}`)) ?? '[]');
    steps.push(step);
    await client.set(`plan:${planId}`, JSON.stringify(steps));
    return steps;
  } finally {
    await releaseLock(planId, token);
  }
}
