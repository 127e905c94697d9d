import { Redis } from '@upstash/redis';
import { sendDigests } from '../../lib/digests';

const redis = Redis.fromEnv();

export async function GET() {
  const locked = await redis.set('lock:digests', 'cron', { nx: true, ex: 120 });
  if (!locked) return new Response('busy', { status: 423 });
  try {
    const sent = await sendDigests();
    return Response.json({ sent });
  } finally {
    await redis.del('lock:digests'); // RACE
  }
}
