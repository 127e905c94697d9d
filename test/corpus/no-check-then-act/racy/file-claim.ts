import { promises as fs } from 'fs';

async function exists(file: string): Promise<boolean> {
  try {
    await fs.access(file);
    return true;
  } catch {
    return false;
  }
}

/** One worker only may take a ticket. */
export async function takeTicket(folder: string, ticket: string, worker: string): Promise<boolean> {
  const marker = `${folder}/${ticket}.taken`;
  if (await exists(marker)) return false;
  await fs.writeFile(marker, worker); // RACE
  return true;
}
