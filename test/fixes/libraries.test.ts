/** The rewrites compile and hold with every version of the libraries that the stores name. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { collectRewrites } from '../proof/rewrites.js';
import { createTypeCheck } from '../proof/type-check.js';
import type * as NativeImport from '../support/native-import.cjs';
import { testWithRedis } from '../support/redis-test.js';

const CALLERS = 50;
const TEMP = fileURLToPath(new URL('../.tmp/libraries/', import.meta.url));
const { nativeImport } = createRequire(import.meta.url)(
  '../support/native-import.cjs',
) as typeof NativeImport;

const IOREDIS = `import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? '');

export async function close(): Promise<void> {
  await redis.quit();
}

export async function append(key: string, item: number): Promise<number> {
  const stored = await redis.get(key);
  const list: number[] = stored === null ? [] : JSON.parse(stored);
  list.push(item);
  await redis.set(key, JSON.stringify(list), 'EX', 60);
  return list.length;
}

export async function count(key: string): Promise<number> {
  const next = Number(await redis.get(key)) + 1;
  await redis.set(key, next, 'EX', 60);
  return next;
}

export async function spend(key: string, field: string, amount: number): Promise<number> {
  const spent = Number(await redis.hget(key, field)) + amount;
  await redis.hset(key, field, spent);
  return spent;
}
`;

const NODE_REDIS = `import { createClient } from 'redis';

const redis = createClient({ url: process.env.REDIS_URL ?? '' });
await redis.connect();

export async function close(): Promise<void> {
  await redis.quit();
}

export async function append(key: string, item: number): Promise<number> {
  const stored = await redis.get(key);
  const list: number[] = stored === null ? [] : JSON.parse(stored);
  list.push(item);
  await redis.set(key, JSON.stringify(list), { EX: 60 });
  return list.length;
}

export async function count(key: string): Promise<number> {
  const next = Number(await redis.get(key)) + 1;
  await redis.setEx(key, 60, String(next));
  return next;
}

export async function spend(key: string, field: string, amount: number): Promise<number> {
  const spent = Number((await redis.hGet(key, field)) ?? 0) + amount;
  await redis.hSet(key, field, spent);
  return spent;
}
`;

const libraries = [
  { name: 'ioredis', versions: ['ioredis', 'ioredis-v5'], text: IOREDIS },
  { name: 'redis', versions: ['redis', 'redis-v5', 'redis-v4'], text: NODE_REDIS },
];

const cases = libraries.flatMap(({ name, versions, text }) =>
  collectRewrites({ path: join(TEMP, 'module.ts'), text }).flatMap(({ title, result }, index) =>
    versions.map((version) => ({
      version,
      title,
      path: join(TEMP, `${version}-${String(index)}.ts`),
      text: result.text.replace(`from '${name}'`, `from '${version}'`),
      reports: result.reports,
    })),
  ),
);
const findTypeErrors = createTypeCheck(cases);

interface Library {
  append(key: string, item: number): Promise<number>;
  count(key: string): Promise<number>;
  spend(key: string, field: string, amount: number): Promise<number>;
  close(): Promise<void>;
}

describe.each(cases)('$version, $title', ({ path, text, reports }) => {
  test('compiles, with no report left', () => {
    expect(findTypeErrors(path), text).toEqual([]);
    expect(reports, text).toEqual([]);
  });

  testWithRedis('loses nothing', async ({ redis }) => {
    process.env['REDIS_URL'] = redis.url;
    const library = await load(path, text);
    const key = path.replaceAll(/\W/g, '');
    try {
      const results = await Promise.all(
        Array.from({ length: CALLERS }, (_, caller) =>
          Promise.all([
            library.append(`list:${key}`, caller),
            library.count(`count:${key}`),
            library.spend(`hash:${key}`, 'spent', 0.5),
          ]),
        ),
      );
      const kept = results.map(([length, next, spent]) => [length, next, spent * 2]);
      const each = Array.from({ length: CALLERS }, (_, index) => index + 1);
      for (const column of [0, 1, 2]) {
        expect(
          kept.map((row) => row[column] ?? 0).sort((a, b) => a - b),
          text,
        ).toEqual(each);
      }
    } finally {
      await library.close();
    }
  });
});

async function load(path: string, text: string): Promise<Library> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const file = path.replace(/ts$/, 'mjs');
  await mkdir(TEMP, { recursive: true });
  await writeFile(file, outputText);
  try {
    return (await nativeImport(pathToFileURL(file).href)) as Library;
  } finally {
    await rm(file);
  }
}
