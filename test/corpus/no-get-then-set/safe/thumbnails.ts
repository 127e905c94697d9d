// safe: reads the source keys and writes the derived ones in a loop
import { Redis } from 'ioredis';

const redis = new Redis();

const keys = {
  image: (id: string) => `image:${id}`,
  thumbnail: (id: string) => `thumbnail:${id}`,
};

export async function makeThumbnails(ids: string[], shrink: (image: Buffer) => Promise<Buffer>) {
  await Promise.all(
    ids.map(async (id) => {
      const image = await redis.getBuffer(keys.image(id));
      if (image === null) return;
      await redis.set(keys.thumbnail(id), await shrink(image), 'EX', 86400);
    }),
  );
}
