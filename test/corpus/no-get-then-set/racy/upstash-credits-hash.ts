import { Redis } from '@upstash/redis';
import { auth } from '@clerk/nextjs/server';

const redis = Redis.fromEnv();

type Credits = { used: number; granted: number };

export async function POST(): Promise<Response> {
  const { userId } = await auth();
  if (!userId) return new Response('unauthorized', { status: 401 });

  const credits = (await redis.hgetall<Credits>(`credits:${userId}`)) ?? { used: 0, granted: 10 };
  if (credits.used >= credits.granted) {
    return new Response('no credits left', { status: 402 });
  }
  await redis.hset(`credits:${userId}`, { used: credits.used + 1 }); // RACE
  return Response.json({ left: credits.granted - credits.used - 1 });
}
