// safe: what is there is given back, what is not is begun
import Redis from 'ioredis';

const redis = new Redis();

interface Session {
  id: string;
  messages: string[];
}

export async function loadSession(id: string): Promise<Session> {
  const raw = await redis.get(`session:${id}`);
  if (raw) return JSON.parse(raw) as Session;
  const session: Session = { id, messages: [] };
  await redis.set(`session:${id}`, JSON.stringify(session));
  return session;
}
