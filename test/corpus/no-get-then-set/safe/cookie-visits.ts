// safe: cookies of one browser
import { cookies } from 'next/headers';
import { kv } from '@vercel/kv';

export async function GET() {
  const jar = await cookies();
  const visits = Number(jar.get('visits')?.value ?? '0') + 1;
  jar.set('visits', String(visits), { httpOnly: true });
  await kv.incr('visits:total');
  return Response.json({ visits });
}
