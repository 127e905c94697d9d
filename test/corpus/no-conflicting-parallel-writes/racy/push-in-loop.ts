import { writeFile } from 'node:fs/promises';
import { fetchFeed } from './feeds.js';

async function store(url: string, target: string): Promise<void> {
  const feed = await fetchFeed(url);
  await writeFile(target, JSON.stringify(feed)); // RACE
}

export async function download(urls: string[]): Promise<void> {
  const tasks: Promise<void>[] = [];
  for (const url of urls) {
    tasks.push(store(url, 'feed.json'));
  }
  await Promise.all(tasks);
}
