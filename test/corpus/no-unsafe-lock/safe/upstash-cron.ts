// safe: upstash, token and script
import { Redis } from '@upstash/redis';
import { sendDigests } from '../../lib/digests';

const redis = Redis.fromEnv();
const RELEASE = 'if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) else return 0 end';

export async function GET() {
  const token = crypto.randomUUID();
  const locked = await redis.set('lock:digests', token, { nx: true, ex: 120 });
  if (!locked) return new Response('busy', { status: 423 });
  try {
    const sent = await sendDigests();
    return Response.json({ sent });
  } finally {
    await redis.eval(RELEASE, ['lock:digests'], [token]);
  }
}
