import Redis from 'ioredis';

const defaultClient = new Redis();

export async function award(
  user: string,
  badge: string,
  client: Redis = defaultClient,
  ttl = 30 * 86400,
): Promise<string[]> {
  const badges = ((await client.get(`badges:${user}`)) ?? '').split(',').filter(Boolean);
  badges.push(badge);
  await client.setex(`badges:${user}`, ttl, badges.join(',')); // RACE
  return badges;
}
