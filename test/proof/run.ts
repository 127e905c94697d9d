import { Redis } from 'ioredis';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import type * as NativeImport from '../support/native-import.cjs';
import type { Outcome, UpstashAddress } from '../support/workload.js';
import type { Fixture, SourceText } from './fixtures.js';

export const CALLERS = 50;

/** The back ends a workload runs against. */
export interface BackEnd {
  readonly redisUrl: string;
  readonly upstash: UpstashAddress;
  /** Host and port; undefined where none is installed. */
  readonly memcached: string | undefined;
}

/** Inside the workspace, so that the libraries are found from here. */
const TEMP = fileURLToPath(new URL('../.tmp/', import.meta.url));
const require = createRequire(import.meta.url);
const { nativeImport } = require('../support/native-import.cjs') as typeof NativeImport;

/** Runs the fixture's workload on a text, once for each number of played processes that its scope asks for. */
export async function runWorkload(
  { workload }: Fixture,
  source: SourceText,
  { redisUrl, upstash, memcached }: BackEnd,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  if (workload.scope === 'memory') throw new TypeError('A workload on memory is explored, not run');
  if (workload.scope === 'files') throw new TypeError('A workload on files is run by processes');
  for (const processes of workload.scope === 'process' ? [1] : [1, 3]) {
    await empty(redisUrl);
    setEnvironment(redisUrl, upstash);
    if (memcached !== undefined) process.env['MEMCACHIER_SERVERS'] = memcached;
    await mkdir(TEMP, { recursive: true });
    const folder = await mkdtemp(join(TEMP, 'proof-'));
    try {
      const instances = await loadInstances(source, processes, folder);
      outcomes.push(await workload.run({ redisUrl, upstash, callers: CALLERS, instances }));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return outcomes;
}

/** What was lost or went wrong, one line each; empty where every update was kept. */
export function findLosses(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ made, kept, faults }) => [
    ...(kept === made ? [] : [`kept ${String(kept)} of ${String(made)} updates`]),
    ...faults,
  ]);
}

async function empty(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.flushall();
  redis.disconnect();
}

/** Where programs that are configured from outside look for their store. */
function setEnvironment(redisUrl: string, { url, token }: UpstashAddress): void {
  Object.assign(process.env, {
    REDIS_URL: redisUrl,
    UPSTASH_REDIS_REST_URL: url,
    UPSTASH_REDIS_REST_TOKEN: token,
    KV_REST_API_URL: url,
    KV_REST_API_TOKEN: token,
  });
}

/** Loads a text several times, each time as a file of its own, so that no module state is shared. */
async function loadInstances(
  { path, text }: SourceText,
  count: number,
  folder: string,
): Promise<readonly unknown[]> {
  const isCommonJs = /\.c[jt]s$/.test(path);
  const { outputText } = ts.transpileModule(text, {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: isCommonJs ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext,
      esModuleInterop: true,
    },
  });
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const file = join(folder, `instance-${String(index)}.${isCommonJs ? 'cjs' : 'mjs'}`);
      await writeFile(file, outputText);
      return isCommonJs ? (require(file) as unknown) : nativeImport(pathToFileURL(file).href);
    }),
  );
}
