// `fetch` runs one load for all who ask
import { LRUCache } from 'lru-cache';

const pages = new LRUCache<string, string>({
  max: 100,
  fetchMethod: async (url) => (await fetch(url)).text(),
});

export const page = (url: string) => pages.fetch(url);
