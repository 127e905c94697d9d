// safe: proper-lockfile with retries, released in finally
import lockfile from 'proper-lockfile';
import { readFile, writeFile } from 'node:fs/promises';

export async function addPlugin(config: string, name: string): Promise<void> {
  const release = await lockfile.lock(config, { retries: { retries: 10, minTimeout: 20 } });
  try {
    const plugins: string[] = JSON.parse(await readFile(config, 'utf8'));
    await writeFile(config, JSON.stringify([...plugins, name]));
  } finally {
    await release();
  }
}
