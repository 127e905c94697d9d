// safe: the check only spares a write, HSETNX decides
import { createClient } from 'redis';

const client = createClient();

export async function register(username: string, email: string) {
  const key = `user:${username.toLowerCase()}`;
  if (await client.exists(key)) throw new Error('That name is taken');
  if (!(await client.hSetNX(key, 'email', email))) throw new Error('That name is taken');
  return { username };
}
