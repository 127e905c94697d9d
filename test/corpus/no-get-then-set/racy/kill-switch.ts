import { Redis } from '@upstash/redis';

const flags = Redis.fromEnv();

export enum Flag {
  NewCheckout = 'flag/new-checkout',
  DarkMode = 'flag/dark-mode',
}

export async function flip(flag: Flag): Promise<boolean> {
  const enabled = (await flags.get<boolean>(flag)) ?? false;
  await flags.set(flag, !enabled); // RACE
  return !enabled;
}

export async function PUT(request: Request): Promise<Response> {
  const name = new URL(request.url).searchParams.get('flag');
  const flag = Object.values(Flag).find((f) => f === name);
  if (!flag) return new Response('no such flag', { status: 404 });
  return Response.json({ enabled: await flip(flag) });
}
