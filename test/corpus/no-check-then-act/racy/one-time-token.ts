import { createClient } from 'redis';

const redis = createClient();

export async function redeem(token: string): Promise<string> {
  const userId = await redis.get(`reset-token:${token}`);
  if (!userId) throw new Error('Unknown or used token');
  await redis.del(`reset-token:${token}`); // RACE
  return userId;
}
