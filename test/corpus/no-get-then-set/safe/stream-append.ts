// safe: XADD appends atomically
import Redis from 'ioredis';

const redis = new Redis();

export async function audit(entity: string, action: string, by: string) {
  const [last] = await redis.xrevrange(`audit:${entity}`, '+', '-', 'COUNT', 1);
  if (last) console.debug('previous entry', last[0]);
  return redis.xadd(`audit:${entity}`, 'MAXLEN', '~', 1000, '*', 'action', action, 'by', by);
}
