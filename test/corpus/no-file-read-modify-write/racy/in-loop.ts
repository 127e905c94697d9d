import { readFile, writeFile } from 'node:fs/promises';

export async function importAll(records: AsyncIterable<{ id: string }>) {
  for await (const record of records) {
    const index = JSON.parse(await readFile('index.json', 'utf8')) as Record<string, unknown>;
    index[record.id] = record;
    await writeFile('index.json', JSON.stringify(index)); // RACE
  }
}
