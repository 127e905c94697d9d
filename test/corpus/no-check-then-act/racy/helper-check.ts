import Redis from 'ioredis';

const redis = new Redis();

async function isProcessed(id: string): Promise<boolean> {
  return (await redis.get(`processed:${id}`)) !== null;
}

async function markProcessed(id: string): Promise<void> {
  await redis.set(`processed:${id}`, new Date().toISOString());
}

export async function consume(event: { id: string }, work: () => Promise<void>) {
  if (await isProcessed(event.id)) return;
  await work();
  await markProcessed(event.id); // RACE
}
