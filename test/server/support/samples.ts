/** Modules that race, and what is expected of them. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';

/** One race: the write is on line 5 (from 0), the read on line 4. */
export const RACY = `import { Redis } from 'ioredis';

const redis = new Redis();
export async function hit(page: string): Promise<void> {
  const hits = Number(await redis.get(page));
  await redis.set(page, hits + 1);
}
`;

/** The same made safe. */
export const SAFE = RACY.replace('  const hits = Number(await redis.get(page));\n', '').replace(
  'redis.set(page, hits + 1)',
  'redis.incr(page)',
);

/** A module that reads and writes for those who import it. */
export const HELPER = `import { Redis } from 'ioredis';
const redis = new Redis();
export async function load(): Promise<string[]> {
  return JSON.parse((await redis.get('tasks')) ?? '[]');
}
export async function store(tasks: string[]): Promise<void> {
  await redis.set('tasks', JSON.stringify(tasks));
}
`;
export const SAFE_HELPER = HELPER.replace("redis.set('tasks'", "redis.set('done'");

/** Races by what the helper does. */
export const USER = `import { load, store } from './helper.js';
export async function add(task: string): Promise<void> {
  const tasks = await load();
  tasks.push(task);
  await store(tasks);
}
`;

export const RACE_LINE = 5;
export const READ_LINE = 4;

/** The diagnostics that report a race, without the hints at its steps. */
export function racesIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
}

export function hintsIn(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Hint);
}

export function linesOf(diagnostics: readonly Diagnostic[]): number[] {
  return racesIn(diagnostics).map(({ range }) => range.start.line);
}

/** Numbers that look random, the same in every run (Park and Miller's generator). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed * 7919 + 13;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
