// safe: only the first one sets it
import { Redis } from 'ioredis';

const redis = new Redis();

export async function electOne(candidates: { id: string; ready(): Promise<void> }[]): Promise<void> {
  await Promise.all(
    candidates.map(async (candidate) => {
      await candidate.ready();
      const won = await redis.set('leader', candidate.id, 'EX', 30, 'NX');
      if (won === 'OK') console.log(`${candidate.id} leads`);
    }),
  );
}
