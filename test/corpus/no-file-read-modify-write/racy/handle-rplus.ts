import { open } from 'node:fs/promises';
const FILE = '/var/lib/app/counter';
export async function nextId(): Promise<number> {
  const handle = await open(FILE, 'r+');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    const next = Number(buffer.subarray(0, bytesRead).toString()) + 1;
    await handle.truncate(0);
    await handle.write(String(next), 0); // RACE
    return next;
  } finally {
    await handle.close();
  }
}
