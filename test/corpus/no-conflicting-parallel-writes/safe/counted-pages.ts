import { writeFile } from 'node:fs/promises';
import { renderCover, renderPage } from './render.js';

export async function print(book: string, pages: number): Promise<void> {
  const printed: Promise<void>[] = [];
  for (let page = 1; page <= pages; page++) {
    printed.push(writeFile(`/var/print/${book}-${page}.html`, renderPage(book, page)));
  }
  await Promise.all(printed);
  for (let copy = 0; copy < 2; copy++) await writeFile(`/var/print/${book}.html`, renderCover(book, copy));
}
