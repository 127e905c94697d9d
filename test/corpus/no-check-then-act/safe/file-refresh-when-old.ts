// Safe: what is too old is fetched again; whoever comes second fetches the same.
import { readFile, stat, writeFile } from 'node:fs/promises';

export async function ratesOf(file: string, load: () => Promise<string>): Promise<string> {
  const info = await stat(file).catch(() => null);
  if (info && Date.now() - info.mtimeMs < 60_000) return readFile(file, 'utf8');
  const rates = await load();
  await writeFile(file, rates);
  return rates;
}
