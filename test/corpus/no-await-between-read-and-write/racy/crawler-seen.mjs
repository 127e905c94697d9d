import { canonical, download } from './net.mjs';

let seen = new Set();

export const pagesSeen = () => seen.size;

export async function visit(url) {
  if (seen.has(url)) return [];
  seen = new Set([...seen, await canonical(url)]); // RACE
  const page = await download(url);
  return page.links;
}
