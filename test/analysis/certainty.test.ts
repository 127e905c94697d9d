import { describe, expect, test } from 'vitest';
import { moduleOf } from './support/prelude.js';
import { storeRaces } from './support/races.js';

const IMPORT = "import { Redis } from 'ioredis'; const redis = new Redis(); ";
const ADD = "{ await redis.set('hits', Number(await redis.get('hits')) + 1); }";

function certainty(text: string, filename = 'src/hits.ts'): string | undefined {
  return storeRaces(IMPORT + text, { filename })[0]?.split(' ')[0];
}

describe('who calls the function', () => {
  test.each([
    ['it is exported', `export async function add() ${ADD}`, 'certain'],
    ['it is exported by name', `async function add() ${ADD} export { add };`, 'certain'],
    ['it is handed to a framework', `app.post('/hits', async () => ${ADD});`, 'certain'],
    ['it is handed around as a value', `async function add() ${ADD} register(add);`, 'certain'],
    [
      'an exported function calls it',
      `async function add() ${ADD} export const handle = () => add();`,
      'certain',
    ],
    ['it is a method of an exported class', `export class Hits { async add() ${ADD} }`, 'certain'],
    [
      'the file exports it as CommonJS does',
      `async function add() ${ADD} module.exports = { add };`,
      'certain',
    ],
    ['only the start of the script calls it', `async function main() ${ADD} main();`, 'possible'],
    ['it is the script itself', `await redis.set('hits', Number(await redis.get('hits')) + 1);`, 'possible'],
    [
      'a helper of the script is called once',
      `async function add() ${ADD} async function main() { await add(); } main();`,
      'possible',
    ],
  ])('%s', (_, text, expected) => {
    expect(certainty(text)).toBe(expected);
  });

  test('tests call what they test one after another', () => {
    const text = `export async function add() ${ADD}`;
    expect(certainty(text, 'src/hits.test.ts')).toBe('possible');
    expect(certainty(text, 'src/__tests__/hits.ts')).toBe('possible');
    expect(certainty(text, 'src/contest.ts')).toBe('certain');
    expect(certainty(`import { test } from 'vitest'; test('adds', async () => ${ADD});`)).toBe('possible');
    expect(certainty(`import { test } from './probes'; test('adds', async () => ${ADD});`)).toBe('certain');
  });
});

describe('what the evidence is worth', () => {
  const of = (text: string) => storeRaces(moduleOf(text)).map((race) => race.split(' ')[0]);

  test('what was read is written back as it was', () => {
    expect(of("await redis.set('a', await redis.get('a'), 'EX', 60);")).toEqual(['possible']);
    expect(of("await redis.set('a', (await redis.get('a')) + '!', 'EX', 60);")).toEqual(['certain']);
  });

  test('a lock of this process around a store of many', () => {
    const add = "await redis.set('a', Number(await redis.get('a')) + 1);";
    expect(of(`await mutex.runExclusive(async () => { ${add} });`)).toEqual(['possible']);
    expect(of(`await other.run(async () => { ${add} });`)).toEqual(['certain']);
  });

  test('a compare-and-set whose outcome nobody looks at', () => {
    const write = (around: string) =>
      of(`
      const value = await redis.get('a');
      ${around.replace('SET', "await redis.set('a', value + 1, 'IFEQ', value)")}`);
    expect(write('SET;')).toEqual(['possible']);
    expect(write('if (!(SET)) throw new Error();')).toEqual([]);
  });
});
