/**
 * The examples in `no-await-between-read-and-write/*.md`. The first word of a block's info string says what holds of
 * it, the rest is its title:
 *
 * - `reports`, `silent`: at `likely`, there is a report, or none.
 * - `certain`, `likely`, `possible`: the race is that sure. `never`: there is none to be unsure of.
 * - `gap` before one of these: it should be so, and is not yet.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import interleave, { SettingsError } from 'eslint-plugin-interleave';
import { describe, expect, it, test } from 'vitest';
import { codeBlocksOf } from '../docs/markdown.js';

const RULE = 'interleave/no-await-between-read-and-write';
const CERTAINTIES = ['certain', 'likely', 'possible'] as const;
const OUTCOMES = ['reports', 'silent', 'never', ...CERTAINTIES];

const folder = fileURLToPath(new URL('no-await-between-read-and-write/', import.meta.url));

interface Asked {
  readonly certainty?: (typeof CERTAINTIES)[number];
  readonly settings?: unknown;
  readonly filename?: string;
}

function lint(
  code: string,
  { certainty = 'likely', settings = {}, filename = 'src/example.tsx' }: Asked = {},
): string[] {
  const messages = new Linter().verify(
    code,
    {
      files: ['**/*.*'],
      plugins: { interleave },
      languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      settings: { interleave: settings },
      rules: { [RULE]: ['error', { certainty }] },
    },
    { filename },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(fatal.message);
  return messages.map(({ line, message }) => `${line}: ${message}`);
}

function outcomeOf(code: string, wanted: string | undefined): string {
  if (wanted === 'reports' || wanted === 'silent') return lint(code).length > 0 ? 'reports' : 'silent';
  return CERTAINTIES.find((certainty) => lint(code, { certainty }).length > 0) ?? 'never';
}

describe.each(readdirSync(folder))('%s', (name) => {
  const blocks = codeBlocksOf({ path: name, text: readFileSync(join(folder, name), 'utf8') });
  for (const { section, words, text } of blocks) {
    const isGap = words[0] === 'gap';
    const [wanted = '', ...title] = isGap ? words.slice(1) : words;
    const run = isGap ? it.fails : it;
    run(`${wanted}: ${[section, ...title].join(' ')}`, () => {
      expect(OUTCOMES).toContain(wanted);
      expect(outcomeOf(text, wanted)).toBe(wanted);
    });
  }
});

describe('messages', () => {
  test('name the place, the line of the read and the line of the wait', () => {
    const code = `
      let total = 0;
      export async function add() {
        const before = total;
        const next = await step();
        total = before + next;
      }
    `;
    expect(lint(code)).toEqual([
      '6: Lost update: `total` is set from a value read before another call could write it. It is read on line 4; others run while line 5 waits. Await first and update in one step, or hold a mutex around both.',
    ]);
  });

  test.each([
    ['if (!client) client = await connect();', 'Made twice: `client` is checked'],
    ['if (!client) { await connect(); client = true; }', 'Too late: `client` is set after a wait'],
    ['client += await connect();', 'Lost update: `client` is set from a value'],
  ])('%s', (statement, words) => {
    const [message] = lint(`let client;\nexport async function open() { ${statement} }`);
    expect(message).toContain(words);
  });
});

describe('settings', () => {
  const counter = `
    let hits = 0;
    const stats = { hits: 0 };
    export async function count() { hits += await step(); }
    export async function countToo() { stats.hits += await step(); }
  `;

  test('`owned` names what nobody else reaches, and nothing beside it', () => {
    expect(lint(counter)).toHaveLength(2);
    expect(lint(counter, { settings: { owned: ['stats'] } })).toHaveLength(1);
    expect(lint(counter, { settings: { owned: ['hits', 'stats'] } })).toEqual([]);
    expect(lint(counter, { settings: { owned: ['others'] } })).toHaveLength(2);
  });

  test('`shared` names what others hold too, though the code does not show it, and nothing beside it', () => {
    const code = `
      export async function play(board, move) { board.points += await score(move); }
      class Game { turns = 0; async play(move) { this.turns += await score(move); } }
      export async function once(move) { await new Game().play(move); }
    `;
    expect(lint(code)).toEqual([]);
    expect(lint(code, { settings: { shared: ['board'] } })).toHaveLength(1);
    expect(lint(code, { settings: { shared: ['turns'] }, certainty: 'certain' })).toHaveLength(1);
    expect(lint(code, { settings: { shared: ['others'] } })).toEqual([]);
    expect(lint(code, { settings: { shared: ['board'], owned: ['board'] } })).toEqual([]);
  });

  test('`singleWriter` names what has one writer, with `*` for any text', () => {
    expect(lint(counter, { settings: { singleWriter: ['stats.*'] } })).toHaveLength(1);
    expect(lint(counter, { settings: { singleWriter: ['*hits'] } })).toEqual([]);
  });

  test('`locks` names functions that run their callback alone', () => {
    const code = `
      import { inTurn, atOnce } from './turns.js';
      let hits = 0;
      export function count() { return inTurn(async () => { hits += await step(); }); }
    `;
    expect(lint(code)).toHaveLength(1);
    expect(lint(code, { settings: { locks: ['inTurn'] } })).toEqual([]);
    expect(lint(code, { settings: { locks: ['atOnce'] } })).toHaveLength(1);
  });

  test('that do not fit are refused', () => {
    expect(() => lint(counter, { settings: { owned: 'hits' } })).toThrow(SettingsError);
  });
});

describe('tests', () => {
  const code = 'let hits = 0;\nexport async function count() { hits += await step(); }\n';

  test.each(['src/hits.test.ts', 'src/hits.spec.tsx', 'src/__tests__/hits.ts'])('%s', (filename) => {
    expect(lint(code, { filename })).toEqual([]);
  });

  test('are told from other files by their names', () => {
    expect(lint(code, { filename: 'src/latest.ts' })).toHaveLength(1);
  });
});
