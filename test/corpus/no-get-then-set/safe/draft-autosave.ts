// safe: the document comes from the client; the stored one is only compared for a conflict answer
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export async function PUT(req: Request) {
  const { id, body } = (await req.json()) as { id: string; body: string };
  const stored = await redis.get<string>(`draft:${id}`);
  await redis.set(`draft:${id}`, body);
  return Response.json({ replaced: stored !== null, changed: stored !== body });
}
