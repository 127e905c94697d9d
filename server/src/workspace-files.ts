/** The files of the workspace that can be checked. What a configuration leaves out is left out when it is checked. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Also what clients are asked to watch. */
export const SOURCE_GLOB = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}';
const SOURCE_NAME = /\.[mc]?[jt]sx?$/u;

export function isSourceName(path: string): boolean {
  return SOURCE_NAME.test(path);
}

const NOT_SOURCE = /\.d\.[mc]?ts$|\.min\.[mc]?js$/u;
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage']);

export function isSource(path: string): boolean {
  return (
    SOURCE_NAME.test(path) &&
    !NOT_SOURCE.test(path) &&
    !path.split(/[\\/]/u).some((part) => LEFT_OUT.has(part) || part === '.git')
  );
}

/** Paths, folder by folder, each once; a folder that cannot be read holds nothing. */
export async function findSources(folders: readonly string[], isCancelled: () => boolean): Promise<string[]> {
  const found = new Set<string>();
  const pending = [...folders];
  for (let folder = pending.shift(); folder !== undefined && !isCancelled(); folder = pending.shift()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!LEFT_OUT.has(entry.name) && !entry.name.startsWith('.')) pending.push(path);
      } else if (entry.isFile() && SOURCE_NAME.test(entry.name) && !NOT_SOURCE.test(entry.name)) {
        found.add(path);
      }
    }
  }
  return [...found];
}
