import { readFile, writeFile } from 'node:fs/promises';
import { Mutex } from 'async-mutex';

const mutex = new Mutex();

export async function addReview(review: { stars: number }) {
  // The lock is let go of before the write.
  const reviews = await mutex.runExclusive(async () => JSON.parse(await readFile('reviews.json', 'utf8')));
  reviews.push(review);
  await writeFile('reviews.json', JSON.stringify(reviews)); // RACE
}
