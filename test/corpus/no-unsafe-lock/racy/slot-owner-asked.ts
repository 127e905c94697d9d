import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';

const redis = createClient();

export async function occupy(printer: string): Promise<string | undefined> {
  const ticket = randomUUID();
  const done = await redis.set(`printer:${printer}:slot`, ticket, { NX: true, EX: 120 });
  return done === 'OK' ? ticket : undefined;
}

export async function free(printer: string, ticket: string): Promise<void> {
  const holder = await redis.get(`printer:${printer}:slot`);
  if (holder !== ticket) return;
  await redis.del(`printer:${printer}:slot`); // RACE
}
