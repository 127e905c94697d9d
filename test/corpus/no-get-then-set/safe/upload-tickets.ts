// safe: every write goes to a key of its own
import { randomUUID } from 'node:crypto';
import { Redis } from '@upstash/redis';

interface UploadTicket {
  user: string;
  bytes: number;
}

const redis = Redis.fromEnv();

export async function createTicket(user: string, bytes: number): Promise<string> {
  const limits = await redis.get<{ maxBytes: number }>('limits');
  if (bytes > (limits?.maxBytes ?? 10_000_000)) throw new Error('file is too large');
  const id = randomUUID();
  await redis.set(`upload:${id}`, { user, bytes } satisfies UploadTicket, { ex: 900 });
  return id;
}

export const readTicket = (id: string) => redis.get<UploadTicket>(`upload:${id}`);
