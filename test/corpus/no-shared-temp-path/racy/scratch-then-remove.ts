import { rm, writeFile } from 'node:fs/promises';

export async function withKey<T>(key: string, use: (file: string) => Promise<T>): Promise<T> {
  const file = 'service-account.json';
  await writeFile(file, key); // RACE
  try {
    return await use(file);
  } finally {
    await rm(file);
  }
}
