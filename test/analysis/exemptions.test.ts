import { describe, expect, test } from 'vitest';
import { storeRaces } from './support/races.js';

const IMPORT = "import { Redis } from 'ioredis';\n";
const ADD = "await redis.set('app:hits', Number(await redis.get('app:hits')) + 1);";
const HANDLER = `export async function add() { ${ADD} }`;

describe('settings', () => {
  const races = (settings: unknown) =>
    storeRaces(`${IMPORT}const redis = new Redis();\n${HANDLER}`, { settings });

  test('owned: a receiver that nobody else has', () => {
    expect(races({ owned: ['redis'] })).toEqual([]);
    expect(races({ owned: ['cache'] })).toHaveLength(1);
  });

  test('singleWriter: keys and receivers with one writer, with * for any text', () => {
    expect(races({ singleWriter: ['app:*'] })).toEqual([]);
    expect(races({ singleWriter: ['app:hits'] })).toEqual([]);
    expect(races({ singleWriter: ['redis'] })).toEqual([]);
    expect(races({ singleWriter: ['app'] })).toHaveLength(1);
    expect(races({ singleWriter: ['app.*'] })).toHaveLength(1);
    expect(races({ singleWriter: ['*:visits'] })).toHaveLength(1);
  });

  test('the settings of one file are not those of the next', () => {
    expect(races({ owned: ['redis'] })).toEqual([]);
    expect(races(undefined)).toHaveLength(1);
    expect(races({})).toHaveLength(1);
  });
});

describe('comments', () => {
  const races = (text: string) => storeRaces(IMPORT + text);

  test.each([
    [
      'owned, before the declaration of the client',
      `/* interleave: owned */\nconst redis = new Redis();\n${HANDLER}`,
    ],
    ['owned, on its line', `/* interleave: owned */ const redis = new Redis();\n${HANDLER}`],
    [
      'single-writer with a reason',
      `// interleave: single-writer -- the cron job\nconst redis = new Redis();\n${HANDLER}`,
    ],
    [
      'before the function',
      `const redis = new Redis();\n/* interleave: single-writer -- the cron job */\n${HANDLER}`,
    ],
    ['in a JSDoc comment', `/** interleave: owned */\nconst redis = new Redis();\n${HANDLER}`],
  ])('%s', (_, text) => {
    expect(races(text)).toEqual([]);
  });

  test.each([
    [
      'before another declaration',
      `/* interleave: owned */\nconst cache = 1;\nconst redis = new Redis();\n${HANDLER}`,
    ],
    ['two lines above', `/* interleave: owned */\n\nconst redis = new Redis();\n${HANDLER}`],
    ['behind the declaration', `const redis = new Redis(); /* interleave: owned */\n\n${HANDLER}`],
    ['another word', `/* interleave: ours */\nconst redis = new Redis();\n${HANDLER}`],
    ['in a text', `const note = "/* interleave: owned */";\nconst redis = new Redis();\n${HANDLER}`],
  ])('no exemption: %s', (_, text) => {
    expect(races(text)).toHaveLength(1);
  });
});

describe('a store of one’s own', () => {
  const store = {
    id: 'board',
    packages: ['@acme/board'],
    factories: { connect: 'client' },
    methods: {
      load: { operation: 'read', key: 0 },
      save: { operation: 'write', key: 0, value: 1, conditions: [{ only: 'matches', option: 'ifVersion' }] },
    },
  };
  const races = (options: string, settings: unknown) =>
    storeRaces(
      `import { connect } from '@acme/board'; const board = connect();
       export async function add(id) { const at = await board.load(id); const done = await board.save(id, at + 1${options}); if (!done) throw done; }`,
      { settings },
    );

  test('is followed as the built-in ones are', () => {
    expect(races('', { stores: [store] })).toEqual(['certain board id']);
    expect(races(', { ifVersion: at }', { stores: [store] })).toEqual([]);
  });

  test('is not known without its model', () => {
    expect(races('', {})).toEqual([]);
  });
});
