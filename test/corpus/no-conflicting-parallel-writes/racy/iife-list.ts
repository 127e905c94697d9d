import fs from 'node:fs/promises';
import { ask } from './model.js';

export async function compare(prompts: string[]): Promise<void> {
  const running: Promise<void>[] = [];
  for (const prompt of prompts) {
    running.push(
      (async () => {
        const answer = await ask(prompt);
        await fs.writeFile('answers/latest.txt', answer); // RACE
      })(),
    );
  }
  await Promise.allSettled(running);
}
