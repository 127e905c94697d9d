import { createClient } from 'redis';

const client = createClient();

export async function register(username: string, profile: { email: string; name: string }) {
  const key = `user:${username.toLowerCase()}`;
  if (await client.exists(key)) {
    throw new Error('That name is taken');
  }
  await client.hSet(key, { email: profile.email, name: profile.name }); // RACE
  return { username };
}
