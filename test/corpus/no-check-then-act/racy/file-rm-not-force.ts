import { rm, stat } from 'node:fs/promises';
export async function dropSession(dir: string): Promise<void> {
  const info = await stat(dir).catch(() => undefined);
  if (info?.isDirectory()) {
    await rm(dir, { recursive: true }); // RACE
  }
}
