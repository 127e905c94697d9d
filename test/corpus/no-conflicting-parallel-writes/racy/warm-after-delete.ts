import { Redis } from "@upstash/redis";
const redis = Redis.fromEnv();
export async function invalidateAndWarm(id: string) {
  redis.del(`product:${id}`); // RACE
  const product = await load(id);
  await redis.set(`product:${id}`, product);
  return product;
}
declare function load(id: string): Promise<object>;
