import { Redis } from '@upstash/redis';
import { z } from 'zod';

const redis = Redis.fromEnv();

const Entry = z.object({ url: z.string().url(), title: z.string().min(1) });
type Entry = z.infer<typeof Entry>;

export async function POST(request: Request): Promise<Response> {
  const user = request.headers.get('x-user-id');
  if (!user) return new Response('missing user', { status: 401 });

  const parsed = Entry.safeParse(await request.json());
  if (!parsed.success) {
    return Response.json({ issues: parsed.error.issues }, { status: 422 });
  }

  const list = (await redis.get<Entry[]>(`reading-list:${user}`)) ?? [];
  await redis.set(`reading-list:${user}`, [...list, parsed.data]); // RACE

  return Response.json({ size: list.length + 1 }, { status: 201 });
}
