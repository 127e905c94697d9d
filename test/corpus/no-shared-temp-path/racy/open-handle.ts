import { open } from 'node:fs/promises';
import os from 'node:os';
export async function dump(rows: AsyncIterable<string>): Promise<string> {
  const path = os.tmpdir() + '/dump.ndjson';
  const handle = await open(path, 'w'); // RACE
  for await (const row of rows) await handle.write(row + '\n');
  await handle.close();
  return path;
}
