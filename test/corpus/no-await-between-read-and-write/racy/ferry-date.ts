import { calendar } from './calendar.js';

let crossings = 0;

export async function cross(): Promise<Date> {
  const releaseDate = await calendar.next();
  const before = crossings;
  await calendar.book(releaseDate);
  crossings = before + 1; // RACE
  return releaseDate;
}
