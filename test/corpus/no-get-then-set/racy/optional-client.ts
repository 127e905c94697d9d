import Redis from 'ioredis';

let redis: Redis | null = null;

export function connect(url: string) {
  redis = new Redis(url);
}

export async function pushBreadcrumb(traceId: string, crumb: string) {
  if (!redis) throw new Error('call connect() first');
  const raw = await redis.get(`crumbs:${traceId}`);
  const crumbs = (raw && JSON.parse(raw)) || [];
  crumbs.unshift(crumb);
  await redis.set(`crumbs:${traceId}`, JSON.stringify(crumbs.slice(0, 25)), 'EX', 3600); // RACE
}

export async function clearCrumbs(traceId: string) {
  await redis?.del(`crumbs:${traceId}`);
}
