/** The thread that checks: takes one task at a time, and stops it when it is told to. */
import { parentPort, workerData } from 'node:worker_threads';
import { AnalysisCancelled, forgetModule, setModuleText } from 'eslint-plugin-interleave';
import { checkFile } from './check.js';
import { Engines } from './engines.js';
import { sharedStateOf } from './shared-state.js';
import { readSource } from './source.js';
import { tidy, trimAtRest } from './trim.js';
import { CANCELLED, POLLS } from './wire.js';
import type { CheckedFile, ModuleChange, Result, Task, ToWorker, WorkerData, WorkerMessage } from './wire.js';

const { setup, shared } = workerData as WorkerData;
const engines = new Engines(setup, {
  loading: (config) => {
    send({ kind: 'loading', config });
  },
  loaded: (config, files, problem) => {
    send({ kind: 'loaded', config, files, ...(problem !== undefined && { problem }) });
  },
});

parentPort?.on('message', (message: ToWorker) => {
  trimAtRest();
  if (message.kind === 'task') {
    void carryOut(message).then((answer) => {
      send(answer);
      setImmediate(tidy, message.task.file.uri);
    });
  } else message.changes.forEach(takeOver);
});
send({ kind: 'ready' });

/** Modules of which an editor's text was taken over. */
const edited = new Set<string>();

/** What is open in an editor counts for those who import it, too. */
function takeOver({ path, text }: ModuleChange): void {
  if (text === undefined) edited.delete(path);
  else edited.add(path);
  setModuleText(path, text);
  if (text === undefined) forgetModule(path);
}

async function carryOut({ id, task }: Extract<ToWorker, { kind: 'task' }>): Promise<WorkerMessage> {
  const isCancelled = (): boolean => {
    Atomics.add(shared, POLLS, 1);
    return Atomics.load(shared, CANCELLED) === id;
  };
  try {
    if (isCancelled()) return { kind: 'cancelled', id };
    return { kind: 'done', id, result: await resultOf(task, isCancelled) };
  } catch (error) {
    if (error instanceof AnalysisCancelled) return { kind: 'cancelled', id };
    return { kind: 'failed', id, message: describeError(error) };
  }
}

async function resultOf({ kind, file }: Task, isCancelled: () => boolean): Promise<Result> {
  const source = await readSource(file);
  const rules = source && (await engines.rulesFor(source));
  if (isCancelled()) throw new AnalysisCancelled();
  if (kind === 'sharedState') {
    return { kind, resources: source && rules ? sharedStateOf(source, rules, isCancelled) : [] };
  }
  const checked = source && rules ? checkFile(source, rules, isCancelled) : NOTHING;
  // Half-typed text is kept from those who import it: to them, the last that could be read still holds.
  const { path, text } = file;
  if (checked.print === undefined || path === undefined || text === undefined) return { kind, checked };
  const isFirst = !edited.has(path);
  edited.add(path);
  setModuleText(path, text);
  const isAsOnDisk = isFirst && (await readSource({ uri: file.uri, path }))?.text === text;
  return { kind, checked: { ...checked, isAsOnDisk } };
}

/** Of a file that is left out, or is not there. */
const NOTHING: CheckedFile = { findings: [], unused: [], isReportedByESLint: false, dependencies: [] };

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
