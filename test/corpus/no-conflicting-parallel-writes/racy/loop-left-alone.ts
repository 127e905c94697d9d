import { promises as fs } from 'fs';
import { translate } from './translate.js';

async function saveTranslation(text: string, language: string): Promise<void> {
  await fs.writeFile('translation.txt', await translate(text, language)); // RACE
}

export async function translateAll(text: string, languages: string[]): Promise<void> {
  for (const language of languages) {
    void saveTranslation(text, language);
  }
  await fs.appendFile('done.log', 'started\n');
}
