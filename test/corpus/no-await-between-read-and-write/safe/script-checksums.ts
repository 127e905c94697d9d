// safe: the tasks give what they found, and one place adds it up; the other sum is raised in one step
import { readFile, readdir } from 'node:fs/promises';

async function weigh(folder: string): Promise<{ letters: number; files: number }> {
  const names = await readdir(folder);
  let files = 0;
  const lengths = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8');
      files += 1;
      return text.length;
    }),
  );
  return { letters: lengths.reduce((sum, each) => sum + each, 0), files };
}

async function weighInTurn(folders: string[]): Promise<number> {
  let total = 0;
  for (const folder of folders) total += (await weigh(folder)).letters;
  return total;
}

console.log(await weighInTurn(['manuscripts', 'letters']));
