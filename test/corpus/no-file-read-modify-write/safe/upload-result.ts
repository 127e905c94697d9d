// safe: what is stored is a service's answer to the file, under another name
import { readFile, writeFile } from 'node:fs/promises';

export async function translate(file: string, language: string) {
  const text = await readFile(file, 'utf8');
  const response = await fetch('https://translate.example/v1', { method: 'POST', body: text });
  await writeFile(`${file}.${language}`, await response.text());
}
