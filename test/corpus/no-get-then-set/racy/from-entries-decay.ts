import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);

/** Halve every interest weight of a reader once a day. */
export async function decayInterests(reader: string) {
  const hash = await redis.hgetall(`interests:${reader}`);
  const decayed = Object.fromEntries(
    Object.entries(hash).map(([topic, weight]) => [topic, (Number(weight) / 2).toFixed(4)]),
  );
  if (Object.keys(decayed).length > 0) {
    await redis.hset(`interests:${reader}`, decayed); // RACE
  }
}

export async function like(reader: string, topic: string) {
  await redis.hincrbyfloat(`interests:${reader}`, topic, 1);
}
