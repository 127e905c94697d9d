import { createWriteStream, existsSync } from 'node:fs';

export async function download(url: string, target: string) {
  if (existsSync(target)) return;
  const response = await fetch(url);
  const out = createWriteStream(target); // RACE
  out.end(Buffer.from(await response.arrayBuffer()));
}
