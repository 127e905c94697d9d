/** What imported modules of the project tell: clients, helpers, classes, locks. */
import { join } from 'node:path';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import interleave, { analyze, dependenciesOf, setModuleText, type Race } from 'eslint-plugin-interleave';
import { expect, test } from 'vitest';
import { newProject } from './project.js';

const CLIENT = `import Redis from 'ioredis';\nexport const connection = new Redis();\n`;
const HELPERS = `
import { connection } from './client.js';
export async function loadTasks() { return JSON.parse((await connection.get('tasks')) ?? '[]'); }
export async function saveTasks(tasks) { await connection.set('tasks', JSON.stringify(tasks)); }
`;
const ADD = `
export async function add(task) {
  const tasks = await loadTasks();
  tasks.push(task);
  await saveTasks(tasks);
}
`;
const ADD_LINE = 6;

test('a client that another module makes', () => {
  const project = newProject({ 'client.ts': CLIENT });
  const text = `import { connection } from './client';
export const hit = async () => connection.set('hits', Number(await connection.get('hits')) + 1);`;
  expect(project.check('hits.ts', text)).toEqual(['2 no-get-then-set']);
});

test('a map that another module exports under the name of a client', () => {
  const project = newProject({ 'client.ts': 'export const connection = new Map();' });
  const text = `import { connection } from './client';
export const hit = async () => connection.set('hits', Number(await connection.get('hits')) + 1);`;
  expect(project.check('hits.ts', text)).toEqual([]);
});

test.each([
  ['named imports', `import { loadTasks, saveTasks } from './tasks.js';`],
  [
    'imports under other names',
    `import { loadTasks as l, saveTasks as s } from './tasks.js'; const loadTasks = l, saveTasks = s;`,
  ],
  ['a namespace', `import * as tasks from './tasks.js'; const { loadTasks, saveTasks } = tasks;`],
  ['a path of tsconfig', `import { loadTasks, saveTasks } from '@/tasks';`],
  ['an import of package.json', `import { loadTasks, saveTasks } from '#tasks';`],
  ['a module that passes all on', `import { loadTasks, saveTasks } from './index.js';`],
  ['a module that passes some on', `import { loadTasks, saveTasks } from './some.js';`],
  ['require', `const { loadTasks, saveTasks } = require('./tasks.js');`],
])('helpers that read and write, by %s', (_, imports) => {
  const project = newProject({
    'package.json': JSON.stringify({ type: 'module', imports: { '#tasks': './tasks.ts' } }),
    'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } }),
    'client.ts': CLIENT,
    'tasks.ts': HELPERS,
    'index.ts': `export * from './tasks.js';`,
    'some.ts': `export { loadTasks, saveTasks } from './tasks.js';`,
  });
  expect(project.check('add.ts', imports + ADD)).toEqual([`${ADD_LINE - 1} no-get-then-set`]);
});

test('helpers that CommonJS exports', () => {
  const project = newProject({
    'tasks.cjs': `
const Redis = require('ioredis');
const connection = new Redis();
async function loadTasks() { return JSON.parse((await connection.get('tasks')) ?? '[]'); }
module.exports = { loadTasks };
module.exports.saveTasks = async (tasks) => { await connection.set('tasks', JSON.stringify(tasks)); };
`,
  });
  const text = `const { loadTasks, saveTasks } = require('./tasks.cjs');${ADD.replace('export', '')}exports.add = add;`;
  expect(project.check('add.cjs', text, { espree: true })).toEqual([`${ADD_LINE - 1} no-get-then-set`]);
});

test('helpers of different keys', () => {
  const project = newProject({
    'client.ts': CLIENT,
    'tasks.ts': HELPERS.replace(`set('tasks'`, `set('done'`),
  });
  expect(project.check('add.ts', `import { loadTasks, saveTasks } from './tasks.js';${ADD}`)).toEqual([]);
});

test('a class of another module, by the type of what is injected', () => {
  const project = newProject({
    'client.ts': CLIENT,
    'store.ts': `
import type { Redis } from 'ioredis';
export default class TaskStore {
  constructor(private readonly redis: Redis) {}
  async load(id: string) { return JSON.parse((await this.redis.get(id)) ?? '{}'); }
  async save(id: string, task: object) { await this.redis.set(id, JSON.stringify(task)); }
}`,
  });
  const text = `import type TaskStore from './store.js';
export class Service {
  constructor(private readonly tasks: TaskStore) {}
  async finish(id: string) {
    const task = await this.tasks.load(id);
    await this.tasks.save(id, { ...task, done: true });
  }
}`;
  expect(project.check('service.ts', text)).toEqual(['6 no-get-then-set']);
});

test('a lock helper of another module holds over what its callback does', () => {
  const project = newProject({
    'client.ts': CLIENT,
    'tasks.ts': HELPERS,
    'order.ts': `
import { connection } from './client.js';
export async function alone(work) {
  if (!(await connection.set('busy', 'me', 'PX', 5000, 'NX'))) throw new Error('busy');
  try { return await work(); } finally { await connection.eval('…', 1, 'busy', 'me'); }
}
export async function together(work) { return await work(); }`,
  });
  const using = (name: string): string => `import { loadTasks, saveTasks } from './tasks.js';
import { ${name} } from './order.js';
export const add = (task) => ${name}(async () => {
  const tasks = await loadTasks();
  tasks.push(task);
  await saveTasks(tasks);
});`;
  expect(project.check('add.ts', using('alone'))).toEqual([]);
  expect(project.check('add.ts', using('together'))).toEqual(['6 no-get-then-set']);
});

test('a race that a module makes by itself is reported there, and not where it is called', () => {
  const hits = `import { connection } from './client.js';
export async function hit() { await connection.set('hits', Number(await connection.get('hits')) + 1); }`;
  const project = newProject({ 'client.ts': CLIENT, 'hits.ts': hits });
  expect(project.check('hits.ts', hits)).toEqual(['2 no-get-then-set']);
  const caller = `import { hit } from './hits.js';\nexport async function visit() { await hit(); }`;
  expect(project.check('visit.ts', caller)).toEqual([]);
});

test('what is wrong with a lock of another module is reported there, and not where it is used', () => {
  const lock = `import { connection } from './client.js';
export async function alone(work) {
  await connection.setnx('busy', '1');
  try { return await work(); } finally { await connection.del('busy'); }
}`;
  const project = newProject({ 'client.ts': CLIENT, 'lock.ts': lock });
  expect(project.check('lock.ts', lock).map((report) => report.split(' ')[1])).toContain('no-unsafe-lock');
  const text = `import { alone } from './lock.js';\nexport const work = () => alone(async () => { await fetch('https://x'); });`;
  expect(project.check('work.ts', text)).toEqual([]);
});

test('a race through helpers of another module has all its places in the file, and no rewrite', () => {
  const project = newProject({ 'client.ts': CLIENT, 'tasks.ts': HELPERS });
  const text = `import { loadTasks, saveTasks } from './tasks.js';${ADD}`;
  const filename = join(project.root, 'add.ts');
  const linter = new Linter({ cwd: project.root });
  const [message] = linter.verify(
    text,
    { ...interleave.configs.recommended, files: ['**/*.ts'], languageOptions: { parser } },
    { filename },
  );
  expect(message?.ruleId).toBe('interleave/no-get-then-set');
  expect(message?.suggestions ?? []).toEqual([]);
  const [race] = analyze(linter.getSourceCode(), { filename });
  const ranges = race?.witness.map(({ range }) => text.slice(range.start, range.end));
  expect(ranges).toEqual([
    'loadTasks()',
    'await loadTasks()',
    'loadTasks()',
    'saveTasks(tasks)',
    'saveTasks(tasks)',
  ]);
});

test("a project's own store, in a module that names no library", () => {
  const project = newProject({
    'documents.ts': `
export class Documents {
  async get(id: string): Promise<string | undefined> { return (await fetch('https://store/' + id)).text(); }
  async set(id: string, text: string): Promise<void> { await fetch('https://store/' + id, { method: 'PUT', body: text }); }
}`,
  });
  const text = `import { Documents } from './documents.js';
const documents = new Documents();
export async function append(id: string, line: string) {
  const before = await documents.get(id);
  await documents.set(id, before + line);
}`;
  expect(project.check('append.ts', text)).toEqual(['5 no-get-then-set']);
});

test('modules that import one another', () => {
  const project = newProject({
    'client.ts': CLIENT,
    'a.ts': `export * from './b.js';\nexport * from './a.js';`,
    'b.ts': `export * from './a.js';\nexport * from './client.js';\nimport './c.js';`,
    'c.ts': `import { connection } from './a.js';\nexport const again = connection;`,
  });
  const text = `import { connection } from './a.js';
import { again } from './c.js';
export const hit = async () => connection.set('hits', Number(await again.get('hits')) + 1);`;
  expect(project.check('hits.ts', text)).toEqual(['3 no-get-then-set']);
});

test('modules that are not there, do not parse, or are no modules', () => {
  const project = newProject({ 'broken.ts': `import 'ioredis'; export const = ;`, 'data.json': '{}' });
  const text = `import a from './absent.js'; import b from './broken.js'; import c from './data.json';
import d from '.'; import e from '../../../..'; import f from ''; import g from '@/x'; import h from '#y';
import Redis from 'ioredis';
const connection = new Redis();
export const hit = async () => connection.set('hits', Number(await connection.get('hits')) + 1);`;
  expect(project.check('hits.ts', text)).toEqual(['5 no-get-then-set']);
});

test('a comment in another module says that its store has one writer', () => {
  const single = CLIENT.replace('export', '/* interleave: single-writer -- one worker */\nexport');
  const project = newProject({ 'client.ts': single });
  const text = `import { connection } from './client';
export const hit = async () => connection.set('hits', Number(await connection.get('hits')) + 1);`;
  expect(project.check('hits.ts', text)).toEqual([]);
});

test('what a file depends on, and a text that an editor has changed', () => {
  const project = newProject({ 'client.ts': CLIENT, 'tasks.ts': HELPERS, 'other.ts': 'export {};' });
  const tasks = join(project.root, 'tasks.ts');
  const text = `import { loadTasks, saveTasks } from './tasks.js'; import './other.js';${ADD}`;
  const linter = new Linter({ cwd: project.root });
  linter.verify(text, { languageOptions: { parser } }, { filename: 'add.js' });
  const races = (): readonly Race[] => {
    linter.verify(text, { languageOptions: { parser } }, { filename: 'add.js' });
    return analyze(linter.getSourceCode(), { filename: join(project.root, 'add.js') });
  };
  expect(races()).toHaveLength(1);
  expect([...dependenciesOf(linter.getSourceCode())].sort()).toEqual(
    ['client.ts', 'other.ts', 'tasks.ts'].map((name) => join(project.root, name)),
  );
  setModuleText(tasks, HELPERS.replace(`set('tasks'`, `set('done'`));
  expect(races()).toEqual([]);
  setModuleText(tasks, undefined);
  expect(races()).toHaveLength(1);
});
