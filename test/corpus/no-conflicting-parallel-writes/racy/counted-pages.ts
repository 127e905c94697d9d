import { writeFile } from 'node:fs/promises';
import { renderPage } from './render.js';

export async function print(book: string, pages: number): Promise<void> {
  const printed: Promise<void>[] = [];
  for (let page = 1; page <= pages; page++) {
    printed.push(writeFile(`/var/print/${book}.html`, renderPage(book, page))); // RACE
  }
  await Promise.all(printed);
}
