import { writeFile } from 'node:fs/promises';
import { ask } from './llm.js';

export async function debate(question: string): Promise<void> {
  await Promise.all([
    (async () => {
      const pro = await ask(`${question} Argue for it.`);
      await writeFile('argument.md', pro);
    })(),
    (async () => {
      const contra = await ask(`${question} Argue against it.`);
      await writeFile('argument.md', contra); // RACE
    })(),
  ]);
}
