import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';

const redis = createClient();
const GIVE_BACK = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

export async function occupy(printer: string): Promise<string | undefined> {
  const ticket = randomUUID();
  const done = await redis.set(`printer:${printer}:slot`, ticket, { NX: true, EX: 120 });
  return done === 'OK' ? ticket : undefined;
}

export async function free(printer: string, ticket: string): Promise<void> {
  await redis.eval(GIVE_BACK, { keys: [`printer:${printer}:slot`], arguments: [ticket] });
}

/** A day's greeting is shown once, and shown again when somebody asks for it: nobody holds anything. */
export async function greet(user: string): Promise<boolean> {
  return (await redis.set(`greeted:${user}`, 'yes', { NX: true, EX: 86_400 })) === 'OK';
}

export async function clearGreeting(user: string): Promise<void> {
  if (await redis.exists(`greeted:${user}`)) await redis.del(`greeted:${user}`);
}
