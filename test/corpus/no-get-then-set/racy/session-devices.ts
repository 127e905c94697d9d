import { createClient, type RedisClientType } from 'redis';

interface Session {
  user: string;
  devices: { [fingerprint: string]: { name: string; lastSeen: number } };
}

export async function forgetDevice(client: RedisClientType, sid: string, fingerprint: string) {
  const payload = await client.get(`sess:${sid}`);
  if (payload == null) return false;
  const session: Session = JSON.parse(payload);
  delete session.devices[fingerprint];
  await client.set(`sess:${sid}`, JSON.stringify(session), { KEEPTTL: true }); // RACE
  return true;
}

export const connect = () => createClient().connect();
