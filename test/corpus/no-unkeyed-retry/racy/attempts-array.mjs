import Redis from 'ioredis';

const redis = new Redis();

export async function recordClick(link) {
  for (const wait of [0, 50, 200]) {
    if (wait) await new Promise((r) => setTimeout(r, wait));
    try {
      await redis.hincrby('clicks', link, 1); // RACE
      return true;
    } catch (err) {
      console.error('redis', err);
    }
  }
  return false;
}
