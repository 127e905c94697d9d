/** Files that import each other: an importer is checked again when what it can see has changed, and only then. */
import { writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import type { StatusParams } from 'interleave-language-server/protocol';
import { Client, makeFolder } from './support/client.js';

const MODULE = `import { Redis } from 'ioredis';
const redis = new Redis();
export async function load() {
  console.log('loading');
  return redis.get('tasks');
}
export async function save(tasks: string[]) {
  await redis.set('tasks', JSON.stringify(tasks));
}
`;
/** It writes something else: nothing is lost any more. */
const SAFE = MODULE.replace("redis.set('tasks', ", "redis.rpush('log', ");
const IMPORTER = `import { load, save } from './store.js';
export async function add(task: string) {
  const tasks = JSON.parse((await load()) ?? '[]');
  tasks.push(task);
  await save(tasks);
}
`;

let client: Client;
let [module, importer] = ['', ''];

beforeEach(async () => {
  const folder = makeFolder({ 'store.ts': MODULE, 'hit.ts': IMPORTER });
  client = await Client.start({ folders: [folder], options: { status: true } });
  [module, importer] = [client.uri('store.ts'), client.uri('hit.ts')];
  client.open(module, MODULE);
  await client.pull(module);
  client.open(importer, IMPORTER);
  await reports();
  await rest();
});

/** How many diagnostics the importer has. */
async function reports(): Promise<number> {
  const report = await client.pull(importer);
  return report.kind === 'full' ? report.items.filter(({ severity }) => severity !== 4).length : -1;
}

/** How often the server began to work since the last time it was asked. */
async function rest(): Promise<number> {
  // What follows from a check is begun before a request that comes after it is answered.
  await client.hover(importer, 0, 0);
  await client.hover(module, 0, 0);
  return client.take<StatusParams>('interleave/status').filter(({ busy }) => busy).length;
}

async function edit(version: number, text: string): Promise<number> {
  client.change(module, version, { text });
  await client.pull(module);
  return rest();
}

test('what nobody else can notice leaves importers alone', async () => {
  expect(await edit(2, MODULE.replace("'loading'", "'about to load'"))).toBe(1);
  expect(await edit(3, `// Tasks are kept here.\n${MODULE}`)).toBe(1);
  expect(client.take('workspace/diagnostic/refresh')).toEqual([]);
});

test('what they call does something else: they are checked again', async () => {
  expect(await reports()).toBe(1);
  expect(await edit(2, SAFE)).toBe(2);
  expect(await reports()).toBe(0);
  await client.next('workspace/diagnostic/refresh');
});

test('a module that is closed as it was saved is nothing new', async () => {
  await edit(2, SAFE);
  writeFileSync(client.path('store.ts'), SAFE);
  client.close(module);
  expect(await rest()).toBe(0);
  expect(await reports()).toBe(0);
});

test('one that is closed without being saved is what it was on disk', async () => {
  await edit(2, SAFE);
  expect(await reports()).toBe(0);
  client.take('workspace/diagnostic/refresh');
  client.close(module);
  await client.next('workspace/diagnostic/refresh');
  expect(await reports()).toBe(1);
});
