import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Expectation } from '../support/expectation.js';
import type { Workload } from '../support/workload.js';

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** One folder of `fixtures/`. */
export interface Fixture {
  readonly name: string;
  readonly racy: SourceText;
  /** The same code made safe by hand. */
  readonly safe?: SourceText;
  readonly expectation: Expectation;
  readonly workload: Workload;
}

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Every fixture there is, in alphabetical order; throws where one is incomplete. */
export async function loadFixtures(): Promise<readonly Fixture[]> {
  const folders = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Promise.all(folders.map(({ name }) => loadFixture(name)));
}

export async function loadFixture(name: string): Promise<Fixture> {
  const folder = join(FIXTURES, name);
  const racy = readSource(folder, 'racy');
  if (racy === undefined) throw new Error(`fixtures/${name} has no racy source`);
  const safe = readSource(folder, 'safe');
  return {
    name,
    racy,
    ...(safe === undefined ? {} : { safe }),
    expectation: pick(await importFile(join(folder, 'expect.ts')), 'expectation', isExpectation),
    workload: pick(await importFile(join(folder, 'workload.ts')), 'workload', isWorkload),
  };
}

/** The file `racy` or `safe` with whatever extension it has. */
function readSource(folder: string, stem: string): SourceText | undefined {
  const file = readdirSync(folder).find((entry) => entry.startsWith(`${stem}.`));
  if (file === undefined) return undefined;
  const path = join(folder, file);
  return { path, text: readFileSync(path, 'utf8') };
}

async function importFile(path: string): Promise<unknown> {
  return import(/* @vite-ignore */ pathToFileURL(path).href) as Promise<unknown>;
}

function pick<Value>(module: unknown, name: string, isValue: (value: unknown) => value is Value): Value {
  const value = isObject(module) ? module[name] : undefined;
  if (!isValue(value)) throw new TypeError(`A fixture lacks its export "${name}"`);
  return value;
}

function isExpectation(value: unknown): value is Expectation {
  return isObject(value) && typeof value['rule'] === 'string' && Array.isArray(value['reports']);
}

function isWorkload(value: unknown): value is Workload {
  return (
    isObject(value) &&
    typeof value['scope'] === 'string' &&
    (typeof value['run'] === 'function' || typeof value['judge'] === 'function')
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
