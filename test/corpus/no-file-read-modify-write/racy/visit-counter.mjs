import fs from 'node:fs/promises';

const file = new URL('./visits.txt', import.meta.url);

export async function countVisit() {
  let visits = 0;
  try {
    visits = Number.parseInt(await fs.readFile(file, 'utf-8'), 10);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  visits += 1;
  await fs.writeFile(file, String(visits)); // RACE
  return visits;
}
