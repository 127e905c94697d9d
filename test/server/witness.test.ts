import { describe, expect, test } from 'vitest';
import {
  SharedStateRequest,
  WitnessRequest,
  type SharedStateResult,
  type WitnessResult,
} from 'interleave-language-server/protocol';
import { Client, makeFolder, PUSH, uriOf } from './support/client.js';
import { RACE_LINE, RACY, READ_LINE, SAFE } from './support/samples.js';

const client = await Client.start({ until: 'file' });

const columnOf = (line: number, word: string): number => RACY.split('\n')[line]?.indexOf(word) ?? 0;

describe('a hover', () => {
  test.each([
    ['the read', READ_LINE, 'redis.get'],
    ['the write', RACE_LINE, 'redis.set'],
  ])('on %s shows the interleaving as a numbered table', async (_, line, word) => {
    const uri = client.fresh('hits.ts');
    client.open(uri, RACY);
    const hover = await client.hover(uri, line, columnOf(line, word) + 2);
    const { kind, value } = hover?.contents as { kind: string; value: string };
    expect(kind).toBe('markdown');
    expect(value).toContain(
      [
        '| | A | B |',
        '| ---: | --- | --- |',
        '| 1 | line 5: reads `page` → 5 | |',
        '| 2 | line 5: waits; others run | |',
        '| 3 | | line 5: reads `page` → 5 |',
        '| 4 | | line 6: writes `page` ← 6 |',
        "| 5 | line 6: writes `page` ← 6: **B's update is lost** | |",
      ].join('\n'),
    );
  });

  test('elsewhere shows nothing', async () => {
    const uri = client.fresh('hits.ts');
    client.open(uri, RACY);
    expect(await client.hover(uri, 0, 3)).toBeNull();
  });

  test('is plain text for a client that shows no other', async () => {
    const plain = await Client.start({ capabilities: PUSH });
    const uri = plain.uri('hits.ts');
    plain.open(uri, RACY);
    const hover = await plain.hover(uri, RACE_LINE, columnOf(RACE_LINE, 'set'));
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
  });

  test('speaks of the newest text', async () => {
    const uri = client.fresh('hits.ts');
    client.open(uri, RACY);
    client.change(uri, 2, { text: SAFE });
    expect(await client.hover(uri, RACE_LINE, columnOf(RACE_LINE, 'set'))).toBeNull();
  });
});

test('the witness is given with ranges and values', async () => {
  const uri = client.fresh('hits.ts');
  client.open(uri, RACY, 3);
  const position = { line: RACE_LINE, character: columnOf(RACE_LINE, 'set') };
  const { version, races }: WitnessResult = await client.connection.sendRequest(WitnessRequest.method, {
    textDocument: { uri },
    position,
  });
  expect(version).toBe(3);
  expect(races).toHaveLength(1);
  const [race] = races;
  expect(race).toMatchObject({ certainty: 'certain', location: { uri } });
  expect(race?.steps.map(({ execution, action, value, loses }) => [execution, action, value, loses])).toEqual(
    [
      ['A', 'read', '5', undefined],
      ['A', 'suspend', undefined, undefined],
      ['B', 'read', '5', undefined],
      ['B', 'write', '6', undefined],
      ['A', 'write', '6', true],
    ],
  );
  const nowhere: WitnessResult = await client.connection.sendRequest(WitnessRequest.method, {
    textDocument: { uri },
    position: { line: 0, character: 0 },
  });
  expect(nowhere.races).toEqual([]);
});

describe('shared state', () => {
  const GUARDED = `import { Redis } from 'ioredis';
import { Mutex } from 'async-mutex';
const redis = new Redis();
const mutex = new Mutex();
let total = 0;
export async function add(amount: number): Promise<void> {
  await mutex.runExclusive(async () => {
    const before = total;
    await redis.get('hits');
    total = before + amount;
  });
}
export async function hit(): Promise<void> {
  await redis.set('hits', '1');
}
`;

  async function ask(asked: Client, params: object): Promise<SharedStateResult> {
    return asked.connection.sendRequest(SharedStateRequest.method, params);
  }

  test('of a file: each resource with its accesses, guarded or not', async () => {
    const uri = client.fresh('state.ts');
    client.open(uri, GUARDED);
    const { resources } = await ask(client, { textDocument: { uri } });
    const told = resources.map(({ key, scope, accesses }) => ({
      key,
      scope,
      accesses: accesses.map(({ method, guarded, location }) => [method, guarded, location.range.start.line]),
    }));
    expect(told).toEqual([
      {
        key: 'total',
        scope: 'process',
        accesses: [
          ['read', 'full', 7],
          ['assignment', 'full', 9],
        ],
      },
      {
        key: 'hits',
        scope: 'distributed',
        accesses: [
          ['get', 'partial', 8],
          ['set', 'none', 13],
        ],
      },
    ]);
    expect(resources[0]?.accesses[0]?.guards).toMatchObject([{ kind: 'lock', on: 'mutex' }]);
    // The variable itself, and the client of the store.
    const declarations = resources.map(({ declaration }) => declaration?.range.start);
    expect(declarations).toEqual([
      { line: 4, character: 4 },
      { line: 2, character: 6 },
    ]);
  });

  test('of the workspace: a key that two files name is one resource', async () => {
    const folder = makeFolder({ 'a.ts': GUARDED, 'b/c.ts': GUARDED, 'node_modules/d.ts': GUARDED });
    const own = await Client.start({ folders: [folder] });
    const { resources } = await ask(own, {});
    const files = resources
      .filter(({ key }) => key === 'hits')
      .map(({ accesses }) => [...new Set(accesses.map(({ location }) => location.uri))].sort());
    expect(files).toEqual([[uriOf(`${folder}/a.ts`), uriOf(`${folder}/b/c.ts`)]]);
    expect(resources.filter(({ key }) => key === 'total')).toHaveLength(2);
  });
});
