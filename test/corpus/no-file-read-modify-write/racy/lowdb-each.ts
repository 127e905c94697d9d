import { JSONFilePreset } from 'lowdb/node';
export async function POST(request: Request): Promise<Response> {
  const db = await JSONFilePreset<{ posts: object[] }>('db.json', { posts: [] });
  db.data.posts.push(await request.json());
  await db.write(); // RACE
  return Response.json({ ok: true });
}
