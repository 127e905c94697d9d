/** Workloads on files: real processes, started together, in a folder of their own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import type { FileCall, FileResult, FileWorkload, Outcome } from '../support/workload.js';
import type { SourceText } from './fixtures.js';
import { CALLERS } from './run.js';

/** Inside the workspace, so that the libraries are found from here. */
const TEMP = fileURLToPath(new URL('../.tmp/', import.meta.url));
const WORKER = fileURLToPath(new URL('../support/file-worker.mjs', import.meta.url));

/** Plays the workload with all callers in one process, then with the callers spread over four. */
export async function runFileWorkload(
  workload: FileWorkload,
  source: SourceText,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const processes of [1, 4]) outcomes.push(await runOnce(workload, source, processes));
  return outcomes;
}

async function runOnce(workload: FileWorkload, source: SourceText, processes: number): Promise<Outcome> {
  await mkdir(TEMP, { recursive: true });
  const folder = await mkdtemp(join(TEMP, 'files-'));
  try {
    await writeFiles(folder, workload.files);
    const module = await writeModule(source, folder);
    const results = await callAll(module, folder, workload, processes);
    return await workload.judge({ folder, callers: CALLERS, results });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: FileWorkload['files']): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function writeModule({ path, text }: SourceText, folder: string): Promise<string> {
  const isCommonJs = /\.c[jt]s$/u.test(path);
  const { outputText } = ts.transpileModule(text, {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: isCommonJs ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext,
      esModuleInterop: true,
    },
  });
  const file = join(folder, isCommonJs ? 'module.cjs' : 'module.mjs');
  await writeFile(file, outputText);
  return file;
}

async function callAll(
  module: string,
  folder: string,
  workload: FileWorkload,
  processes: number,
): Promise<readonly FileResult[]> {
  const children = Array.from({ length: processes }, () =>
    fork(WORKER, [pathToFileURL(module).href], {
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
      execArgv: [],
    }),
  );
  try {
    const exported = await Promise.all(children.map((child) => message(child)));
    for (const ready of exported) refuseWithout(workload, ready);
    const calls = Array.from({ length: CALLERS }, (_, caller) => workload.call(caller));
    const results = children.map((child, index) => {
      const own: FileCall[] = calls.filter((_, caller) => caller % processes === index);
      const answer = message(child);
      child.send({ calls: own });
      return answer;
    });
    return (await Promise.all(results)).flatMap(resultsIn);
  } finally {
    for (const child of children) child.kill();
  }
}

/** The next message of a child; fails where it ends without one. */
async function message(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const answer = once(child, 'message', { signal: ended.signal }).then(([first]: unknown[]) => first);
  const end = once(child, 'exit', { signal: ended.signal }).then(([code]: unknown[]) => {
    throw new Error(`A process of the workload ended with code ${String(code)}`);
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    // Whoever has not come yet is not waited for any longer.
    answer.catch(() => undefined);
    end.catch(() => undefined);
    ended.abort();
  }
}

function refuseWithout({ exports }: FileWorkload, ready: unknown): void {
  const names = isObject(ready) && Array.isArray(ready['ready']) ? ready['ready'] : [];
  const missing = exports.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new TypeError(`The module lacks its exports: ${missing.join(', ')}`);
}

function resultsIn(answer: unknown): FileResult[] {
  if (!isObject(answer) || !Array.isArray(answer['results'])) throw new TypeError('No results came');
  return answer['results'].map((each: unknown): FileResult =>
    isObject(each) && typeof each['failed'] === 'string'
      ? { failed: each['failed'] }
      : { returned: isObject(each) ? each['returned'] : undefined },
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
