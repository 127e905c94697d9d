import { createClient } from 'redis';

const primary = createClient();
const feedback = primary.duplicate();

export async function boot() {
  await Promise.all([primary.connect(), feedback.connect()]);
}

export async function rate(speaker: string, stars: 1 | 2 | 3 | 4 | 5): Promise<number> {
  const average = Number((await feedback.hGet(`speaker:${speaker}`, 'average')) ?? 0);
  const updated = average === 0 ? stars : average * 0.9 + stars * 0.1;
  await feedback.hSet(`speaker:${speaker}`, 'average', updated.toFixed(3)); // RACE
  await primary.publish('feedback', JSON.stringify({ speaker, stars }));
  return updated;
}
