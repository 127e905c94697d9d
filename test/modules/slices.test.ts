/** Of a module that is imported, what is taken counts, and with it all that it needs; the rest costs nothing. */
import { expect, test } from 'vitest';
import { newProject } from './project.js';

const FINISH = `
export async function finish(id) {
  const task = await tasks.load(id);
  task.done = true;
  await tasks.save(id, task);
}`;

/** A store whose client is made by a method that nobody names here, and whose methods lead to others. */
const storeWith = (key: string): string => `
import Redis from 'ioredis';
class Tasks {
  async connect(url) { this.client = new Redis(url); }
  async load(id) { return this.parsed(await this.client.get('task:' + id)); }
  parsed(text) { return JSON.parse(text ?? '{}'); }
  async save(id, task) { await this.put(id, JSON.stringify(task)); }
  async put(id, text) { await this.client.set(${key} + id, text); }
  async forget(id) { await this.client.del('task:' + id); }
}
export const tasks = new Tasks();`;

test.each([
  { key: `'task:'`, reports: ['5 no-get-then-set'] },
  { key: `'done:'`, reports: [] },
])('methods by the names that are said, and those that they lead to: $key', ({ key, reports }) => {
  const project = newProject({ 'store.js': storeWith(key) });
  expect(project.check('finish.js', `import { tasks } from './store.js';${FINISH}`)).toEqual(reports);
});

const HELPERS = `
import Redis from 'ioredis';
let connection;
export function connect(url) { connection = new Redis(url); }
export const load = (id) => connection.get('task:' + id).then((text) => JSON.parse(text ?? '{}'));
export const save = (id, task) => connection.set('task:' + id, JSON.stringify(task));
export const saveDone = (id, task) => connection.set('done:' + id, JSON.stringify(task));`;

test.each([
  { save: 'save', reports: ['5 no-get-then-set'] },
  { save: 'saveDone', reports: [] },
])('a variable with what a function stores in it that is not taken: $save', ({ save, reports }) => {
  const project = newProject({ 'store.js': HELPERS });
  const text = `import { load, ${save} } from './store.js';
const tasks = { load, save: ${save} };
export async function finish(id) {
  const task = await load(id);
  await ${save}(id, { ...task, done: true });
}`;
  expect(project.check('finish.js', text)).toEqual(reports);
});

test('a statement of a module that changes what is taken', () => {
  const project = newProject({
    'client.js': `import Redis from 'ioredis';\nexport let connection;\nconnection = new Redis();`,
    'store.js': `
import { connection } from './client.js';
export const load = async (id) => JSON.parse(await connection.get(id));
export const save = async (id, task) => { await connection.set(id, JSON.stringify(task)); };`,
  });
  const text = `import * as tasks from './store.js';${FINISH}`;
  expect(project.check('finish.js', text)).toEqual(['5 no-get-then-set']);
});

// Each of the two modules has a variable that is the first one, the second one, and so on.
test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('variables of two modules are two: %i others before', (others) => {
  const constants = Array.from({ length: others }, (_, index) => `const other${index} = ${index};\n`).join(
    '',
  );
  const project = newProject({
    'client.js': `import Redis from 'ioredis';\n${constants}export const connection = new Redis(${others > 0 ? 'other0' : ''});`,
    'store.js': `
import { connection } from './client.js';
export const load = async (id) => JSON.parse(await connection.get(id));
export const save = async (id, task) => { await connection.set(id, JSON.stringify(task)); };`,
  });
  const text = `import * as tasks from './store.js';${FINISH}`;
  expect(project.check('finish.js', text)).toEqual(['5 no-get-then-set']);
});

test('a test is read by itself', () => {
  const project = newProject({ 'store.js': HELPERS });
  const text = `import * as tasks from './store.js';${FINISH}`;
  expect(project.check('finish.js', text)).toEqual(['5 no-get-then-set']);
  expect(project.check('finish.test.js', text)).toEqual([]);
});
