import { createClient, type RedisClientType } from 'redis';

let client: RedisClientType;

export async function init(url: string): Promise<void> {
  client = createClient({ url });
  client.on('error', (e: Error) => console.warn(e.message));
  await client.connect();
}

export async function renewMembership(memberId: string, months: number) {
  const key = `member:${memberId}`;
  const profile = await client.hGetAll(key);
  if (Object.keys(profile).length === 0) {
    throw new Error(`no such member: ${memberId}`);
  }

  profile.paidMonths = String(Number(profile.paidMonths ?? 0) + months);
  profile.renewals = String(Number(profile.renewals ?? 0) + 1);

  await client.hSet(key, profile); // RACE
  return profile;
}
