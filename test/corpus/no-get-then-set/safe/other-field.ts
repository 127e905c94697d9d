// safe: writes another field of the hash than the one it read
import { createClient } from 'redis';

const client = createClient();

export async function hashPassword(userId: string, hash: (plain: string) => Promise<string>) {
  const email = await client.hGet(`user:${userId}`, 'email');
  if (!email) return;
  await client.hSet(`user:${userId}`, 'gravatar', await hash(email.trim().toLowerCase()));
}
