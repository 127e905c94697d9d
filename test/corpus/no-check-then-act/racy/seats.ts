import { kv } from '@vercel/kv';

export async function join(room: string, member: string): Promise<'joined' | 'full'> {
  const size = await kv.scard(`room:${room}`);
  if (size >= 8) return 'full';
  await kv.sadd(`room:${room}`, member); // RACE
  return 'joined';
}
