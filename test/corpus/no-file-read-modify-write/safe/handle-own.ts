// Safe: another file is written.
import { open } from 'node:fs/promises';
export async function copyHead(from: string, to: string): Promise<void> {
  const source = await open(from, 'r');
  const target = await open(to, 'w');
  const { buffer, bytesRead } = await source.read(Buffer.alloc(512), 0, 512, 0);
  await target.write(buffer.subarray(0, bytesRead), 0, bytesRead, 0);
  await source.close();
  await target.close();
}
