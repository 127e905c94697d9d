import pMap from 'p-map';
import { writeFile } from 'node:fs/promises';
import { generate } from './llm.js';

export async function draftAll(prompts: string[]): Promise<void> {
  await pMap(
    prompts,
    async (prompt) => {
      const draft = await generate(prompt);
      await writeFile('draft.txt', draft); // RACE
    },
    { concurrency: 4 },
  );
}
