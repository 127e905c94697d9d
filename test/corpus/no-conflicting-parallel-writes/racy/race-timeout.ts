import { writeFile } from 'node:fs/promises';
import { search } from './search.js';

export async function fastest(query: string, engines: string[]): Promise<string> {
  return Promise.any(
    engines.map(async (engine) => {
      const hits = await search(engine, query);
      await writeFile('hits.json', JSON.stringify(hits)); // RACE
      return engine;
    }),
  );
}
