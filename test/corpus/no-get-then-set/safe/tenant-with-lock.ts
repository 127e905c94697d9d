// safe: the helper takes a checked lock around the whole callback
import { randomBytes } from 'node:crypto';
import { createClient } from 'redis';

const client = createClient();
await client.connect();

async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const token = randomBytes(16).toString('hex');
  const deadline = Date.now() + 5_000;
  while ((await client.set(`lock:${name}`, token, { NX: true, PX: 10_000 })) !== 'OK') {
    if (Date.now() > deadline) throw new Error(`lock ${name} not free`);
    await new Promise((r) => setTimeout(r, 20));
  }
  try {
    return await work();
  } finally {
    await client.eval("if redis.call('get',KEYS[1])==ARGV[1] then redis.call('del',KEYS[1]) end return 1", {
      keys: [`lock:${name}`],
      arguments: [token],
    });
  }
}

export function grantAdmin(tenant: string, user: string): Promise<string[]> {
  return withLock(`tenant:${tenant}`, async () => {
    const admins: string[] = JSON.parse((await client.get(`tenant:${tenant}:admins`)) ?? '[]');
    admins.push(user);
    await client.set(`tenant:${tenant}:admins`, JSON.stringify(admins));
    return admins;
  });
}
