import type { KV } from '@nats-io/kv';

export async function join(bucket: KV, room: string, user: string) {
  const entry = await bucket.get(`room.${room}`);
  const users = entry ? entry.json<string[]>() : [];
  return bucket.put(`room.${room}`, JSON.stringify([...new Set([...users, user])])); // RACE
}
