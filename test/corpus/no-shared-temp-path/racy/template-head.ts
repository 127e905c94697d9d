import { tmpdir } from 'os';
import { writeFile, unlink } from 'fs/promises';

export default async function handler(request: Request, scan: (path: string) => Promise<boolean>) {
  const path = `${tmpdir()}/scan.dat`;
  await writeFile(path, Buffer.from(await request.arrayBuffer())); // RACE
  const clean = await scan(path);
  await unlink(path);
  return Response.json({ clean });
}
