import { writeFile } from 'node:fs/promises';
import { crawl } from './crawler.js';

const OUTPUT = './out/result.json';

async function saveLinks(url: string): Promise<void> {
  const { links } = await crawl(url);
  await writeFile(OUTPUT, JSON.stringify(links));
}

async function saveImages(url: string): Promise<void> {
  const { images } = await crawl(url);
  await writeFile(OUTPUT, JSON.stringify(images)); // RACE
}

export async function run(url: string): Promise<void> {
  await Promise.all([saveLinks(url), saveImages(url)]);
}
