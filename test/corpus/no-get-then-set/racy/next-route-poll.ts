import { NextResponse } from 'next/server';
import { Redis } from '@upstash/redis';

export const runtime = 'edge';

const redis = Redis.fromEnv();

type Poll = { question: string; options: { label: string; votes: number }[] };

export async function POST(req: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { option } = (await req.json()) as { option: number };

  const poll = await redis.get<Poll>(`poll:${id}`);
  if (!poll) {
    return NextResponse.json({ error: 'not found' }, { status: 404 });
  }
  if (!poll.options[option]) {
    return NextResponse.json({ error: 'bad option' }, { status: 400 });
  }

  const options = poll.options.map((o, i) => (i === option ? { ...o, votes: o.votes + 1 } : o));
  await redis.set(`poll:${id}`, { ...poll, options }); // RACE
  return NextResponse.json({ options });
}
