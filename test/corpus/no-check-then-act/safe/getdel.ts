// safe: GETDEL reads and deletes in one step
import { createClient } from 'redis';

const redis = createClient();

export async function redeem(token: string): Promise<string> {
  const userId = await redis.getDel(`reset-token:${token}`);
  if (!userId) throw new Error('Unknown or used token');
  return userId;
}
