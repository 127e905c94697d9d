// safe: Upstash script appends on the server
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

const append = redis.createScript<number>(`
  local list = cjson.decode(redis.call('GET', KEYS[1]) or '[]')
  list[#list + 1] = cjson.decode(ARGV[1])
  redis.call('SET', KEYS[1], cjson.encode(list))
  return #list
`);

export async function POST(request: Request): Promise<Response> {
  const user = request.headers.get('x-user-id');
  if (!user) return new Response('missing user', { status: 401 });
  const entry = (await request.json()) as { url: string; title: string };
  const size = await append.exec([`reading-list:${user}`], [JSON.stringify(entry)]);
  return Response.json({ size }, { status: 201 });
}
