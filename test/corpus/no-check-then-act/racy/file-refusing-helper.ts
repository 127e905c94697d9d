import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

class Taken extends Error {}

function refuse(name: string): never {
  console.warn(`${name} is asked for again`);
  throw new Taken(name);
}

export async function registerBadge(name: string, svg: string): Promise<void> {
  const file = path.join('/srv/badges', `${name}.svg`);
  if (existsSync(file)) refuse(name);
  await writeFile(file, svg); // RACE
}
