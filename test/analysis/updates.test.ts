import type { GetThenSetRace, Race } from 'eslint-plugin-interleave';
import { describe, expect, test } from 'vitest';
import { moduleOf } from './support/prelude.js';
import { racesIn } from './support/races.js';

function isUpdate(race: Race): race is GetThenSetRace {
  return race.kind === 'get-then-set';
}

function textOf(text: string, range: { readonly start: number; readonly end: number }): string {
  return text.slice(range.start, range.end);
}

/** How the only race of a body updates its value. */
function updateIn(body: string): unknown {
  const text = moduleOf(body);
  const [race, ...others] = racesIn(text);
  expect(others).toEqual([]);
  if (race?.kind !== 'get-then-set') return undefined;
  const { update } = race;
  if (update.kind !== 'increment') return update.kind;
  const step = update.step === 1 ? '1' : textOf(text, update.step);
  return `${update.sign > 0 ? '+' : '-'}${step}${update.integer ? '' : ' (float)'}`;
}

const set = (value: string) => `const raw = await redis.get('hits'); await redis.set('hits', ${value});`;

describe('what the write does to the value', () => {
  test.each([
    ['Number(raw) + 1', '+1'],
    ['String(Number(raw ?? 0) + 1)', '+1'],
    ['parseInt(raw || "0", 10) + 1', '+1'],
    ['1 + Number(raw)', '+1'],
    ['+raw - 2', '-2'],
    ['(raw ? Number(raw) : 0) + input.step', '+input.step'],
    ['Number(raw) + 0.5', '+0.5 (float)'],
    ['parseFloat(raw) + 1', '+1 (float)'],
    ['Number(raw) * 2', 'computed'],
    ['2 - Number(raw)', 'computed'],
    ['Number(raw) + Number(raw)', 'computed'],
    ['Math.max(Number(raw), 5)', 'computed'],
    ['raw', 'unchanged'],
    ['JSON.stringify(JSON.parse(raw))', 'unchanged'],
    ['JSON.stringify({ ...JSON.parse(raw), at: 1 })', 'computed'],
    ['raw.concat("x")', 'computed'],
  ])('%s', (value, expected) => {
    expect(updateIn(set(value))).toBe(expected);
  });

  test('a value from the cache that is written back, or loaded on a miss, is no race', () => {
    const fill = (value: string) =>
      racesIn(
        moduleOf(`
        const page = (await redis.get('page')) ?? (await render(id));
        await redis.set('page', ${value}, 'EX', 60);`),
      );
    expect(fill('page')).toEqual([]);
    expect(fill('page + 1')).toHaveLength(1);
  });

  test('an object that was read and changed in place is not unchanged', () => {
    const save = (change: string) =>
      updateIn(`
      const list = JSON.parse(await redis.get('list')); ${change}
      await redis.set('list', JSON.stringify(list));`);
    expect(save('')).toBe('unchanged');
    expect(save('list.push(id);')).toBe('computed');
    expect(save('list.at = id;')).toBe('computed');
    expect(save('Object.assign(list, { id });')).toBe('computed');
    expect(save('list.items[0].name = id;')).toBe('computed');
  });
});

describe('the witness', () => {
  const text = moduleOf(`
    const hits = Number(await redis.get('hits'));
    await redis.set('hits', hits + 2);`);
  const [race] = racesIn(text);

  test('tells both executions in time order, and which write loses', () => {
    expect(
      race?.witness.map(
        (step) => `${step.execution} ${step.text} ${step.value ?? ''}${step.loses ? '!' : ''}`,
      ),
    ).toEqual([
      'A reads `hits` 5',
      'A waits; others run ',
      'B reads `hits` 5',
      'B writes `hits` 7',
      'A writes `hits` 7!',
    ]);
  });

  test('points at the read, the suspension and the write', () => {
    expect(race?.witness.map((step) => textOf(text, step.range))).toEqual([
      "redis.get('hits')",
      "await redis.get('hits')",
      "redis.get('hits')",
      "redis.set('hits', hits + 2)",
      "redis.set('hits', hits + 2)",
    ]);
  });

  test('a read in a helper is at its own place, and at its call', () => {
    const helped = moduleOf(`
async function load(key) { return redis.get(key); }
export async function add() { await redis.set('hits', (await load('hits')) + 1); }`);
    const [found] = racesIn(helped).filter(isUpdate);
    expect(found && textOf(helped, found.read.range)).toBe('redis.get(key)');
    expect(found?.read.via && textOf(helped, found.read.via)).toBe("load('hits')");
    expect(found?.read.resource).toMatchObject({ store: 'ioredis', receiver: 'redis', key: 'hits' });
  });

  test('races stand in the order of their writes', () => {
    const many = moduleOf(`
      const a = await redis.get('a'), b = await redis.get('b');
      await redis.set('b', b + 1);
      await redis.set('a', a + 1);`);
    expect(
      racesIn(many)
        .filter(isUpdate)
        .map((each) => each.write.resource.key),
    ).toEqual(['b', 'a']);
  });
});
