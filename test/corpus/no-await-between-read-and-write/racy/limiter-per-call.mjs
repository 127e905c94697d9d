import pLimit from 'p-limit';
import { thumbnail } from './images.mjs';

let saved = 0;

export async function shrink(images) {
  const limit = pLimit(4);
  await Promise.all(
    images.map((image) =>
      limit(async () => {
        const before = saved;
        const small = await thumbnail(image);
        saved = before + image.length - small.length; // RACE
      }),
    ),
  );
  return saved;
}
