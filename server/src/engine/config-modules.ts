/** The modules that a configuration consists of, found without running any: what has to be watched with it. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Relative specifiers of `import`, `export … from`, `import()` and `require()`. A comment that looks so costs a watch. */
const SPECIFIER = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/gu;

const EXTENSIONS = ['', '.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.json', '/index.js', '/index.ts'];

/** More than any configuration has. */
const MAX_MODULES = 200;

/** The file and what it imports by a relative path, directly or not. */
export async function modulesOf(file: string): Promise<readonly string[]> {
  const found = new Map<string, string>();
  const pending = [file];
  for (let next = pending.pop(); next !== undefined && found.size < MAX_MODULES; next = pending.pop()) {
    const read = found.has(next) ? undefined : await readFirst(next);
    if (!read || found.has(read.path)) continue;
    found.set(read.path, read.text);
    for (const [, , specifier = ''] of read.text.matchAll(SPECIFIER))
      pending.push(resolve(dirname(read.path), specifier));
  }
  return [...found.keys()];
}

async function readFirst(path: string): Promise<{ path: string; text: string } | undefined> {
  // TypeScript imports `./rules.ts` as `./rules.js`.
  const candidates = [...EXTENSIONS.map((extension) => path + extension), path.replace(/js$/u, 'ts')];
  for (const candidate of candidates) {
    const text = await readFile(candidate, 'utf8').catch(() => undefined);
    if (text !== undefined) return { path: candidate, text };
  }
  return undefined;
}
