import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
const stamp = () => new Date().toISOString().slice(0, 10);
export async function exportRows(rows: AsyncIterable<string>, upload: (f: string) => Promise<void>) {
  const file = join(tmpdir(), `export-${stamp()}.csv`);
  const out = createWriteStream(file); // RACE
  for await (const row of rows) out.write(row);
  out.end();
  await upload(file);
}
