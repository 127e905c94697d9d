import { open } from 'node:fs/promises';
export async function addVisit(path: string): Promise<void> {
  await using file = await open(path, 'r+');
  const visits = JSON.parse(await file.readFile('utf8')) as string[];
  visits.push(new Date().toISOString());
  await file.truncate();
  await file.write(JSON.stringify(visits), 0, 'utf8'); // RACE
}
