// safe: the request's id is in the name
import { writeFile, unlink } from 'node:fs/promises';

export async function handle(req: { id: string; body: string }, scan: (file: string) => Promise<boolean>) {
  const file = `/tmp/body-${req.id}`;
  await writeFile(file, req.body);
  const clean = await scan(file);
  await unlink(file);
  return clean;
}
