// safe: a script; what it does stands in `main`, and is done once
import { createClient } from 'redis';

async function main(): Promise<void> {
  const redis = createClient();
  await redis.connect();
  const raw = await redis.get('migrations');
  const done: string[] = raw ? JSON.parse(raw) : [];
  done.push('2024-03-add-index');
  await redis.set('migrations', JSON.stringify(done));
  await redis.quit();
}

void main();
