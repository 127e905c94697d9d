// racy: the script runs once, but its tasks run together, and each adds to the sum that it read before it waited
import { readFile, readdir } from 'node:fs/promises';

async function weigh(folder: string): Promise<number> {
  const names = await readdir(folder);
  let letters = 0;
  await Promise.all(
    names.map(async (name) => {
      letters += (await readFile(`${folder}/${name}`, 'utf8')).length; // RACE
    }),
  );
  return letters;
}

console.log(await weigh('manuscripts'));
