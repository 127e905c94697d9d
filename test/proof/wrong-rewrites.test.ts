/** The proof is worth something only if it fails: rewrites that look right, and what must catch each of them. */
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testWithBackEnd } from './back-end.js';
import { loadFixture, type Fixture } from './fixtures.js';
import { findLosses, runWorkload } from './run.js';
import { findStyleBreaks } from './style.js';
import { createTypeCheck } from './type-check.js';

interface WrongRewrite {
  readonly what: string;
  readonly fixture: string;
  /** Replacements in the racy text, each of a part that is there. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  readonly caught: RegExp;
}

const WRITE = 'await redis.set(PAGES_KEY, pages);';

const LOSING: readonly WrongRewrite[] = [
  {
    what: 'WATCH on the shared connection',
    fixture: 'counter-ioredis',
    edits: [
      ['const stored', 'await redis.watch(PAGES_KEY);\n  const stored'],
      [WRITE, 'if ((await redis.multi().set(PAGES_KEY, pages).exec()) === null) return countPage(redis);'],
    ],
    caught: /^kept \d+ of 50 updates$/m,
  },
  {
    what: 'MULTI around the write alone',
    fixture: 'counter-ioredis',
    edits: [[WRITE, 'await redis.multi().set(PAGES_KEY, pages).exec();']],
    caught: /^kept \d+ of 50 updates$/m,
  },
  {
    what: 'an atomic increment that is told wrongly',
    fixture: 'counter-ioredis',
    edits: [[WRITE, 'await redis.incr(PAGES_KEY);']],
    caught: /^two callers were told the same number$/m,
  },
  {
    what: 'a mutex in one of several processes',
    fixture: 'json-merge-ioredis',
    edits: [
      [
        "import type { Redis } from 'ioredis';",
        "import { Mutex } from 'async-mutex';\nimport type { Redis } from 'ioredis';\n\nconst mutex = new Mutex();",
      ],
      ['Promise<Profile> => {', 'Promise<Profile> => mutex.runExclusive(async () => {'],
      ['  return merged;\n};', '  return merged;\n});'],
    ],
    caught: /^kept \d+ of 50 updates$/m,
  },
  {
    what: 'a mutex made anew for each call',
    fixture: 'single-process-ioredis',
    edits: [
      [
        "import { Redis } from 'ioredis';",
        "import { Mutex } from 'async-mutex';\nimport { Redis } from 'ioredis';",
      ],
      ['  const known', '  await new Mutex().runExclusive(async () => {\n  const known'],
      ['// no word twice', '});'],
    ],
    caught: /^kept \d+ of 51 updates$/m,
  },
  {
    what: 'an increment without the expiry',
    fixture: 'counter-ttl-ioredis',
    edits: [
      [
        "await redis.set(key, String(count), 'EX', WINDOW_SECONDS);\n  return count;",
        'return redis.incr(key);',
      ],
    ],
    caught: /^the expiry is gone: TTL is -1$/m,
  },
  {
    what: 'an increment past the limit',
    fixture: 'quota-ioredis',
    edits: [['await redis.set(key, taken + 1);\n    return taken + 1;', 'return redis.incr(key);']],
    caught: /^more seats are taken than there are$/m,
  },
  {
    what: 'a failure that is no longer handled',
    fixture: 'early-return-ioredis',
    edits: [['this.errors.push(String(error));\n      return { granted: 0 };', 'throw error;']],
    caught: /^a failure was not told as a grant of nothing$/m,
  },
  {
    what: 'a compare-and-set loop that gives up too early',
    fixture: 'toggle-ioredis',
    edits: [
      [
        'await redis.set(key, next);',
        `const script = "if (redis.call('GET', KEYS[1]) or 'off') ~= ARGV[1] then return 0 end redis.call('SET', KEYS[1], ARGV[2]) return 1";
  const before = next === 'on' ? 'off' : 'on';
  if ((await redis.eval(script, 1, key, before, next)) !== 1) throw new Error('Too busy');`,
      ],
    ],
    caught: /^caller \d+ failed: Error: Too busy$/m,
  },
];

describe('a workload catches', () => {
  describe.each(LOSING)('$what', (wrong) => {
    testWithBackEnd(`${wrong.what} (${wrong.fixture})`, async ({ backEnd }) => {
      const fixture = await loadFixture(wrong.fixture);
      const outcomes = await runWorkload(
        fixture,
        { path: fixture.racy.path, text: rewrite(fixture, wrong.edits) },
        backEnd,
      );
      expect(findLosses(outcomes).join('\n')).toMatch(wrong.caught);
    });
  });

  testWithBackEnd('an export that is gone', async ({ backEnd }) => {
    const fixture = await loadFixture('counter-ioredis');
    const text = rewrite(fixture, [['export async', 'async']]);
    await expect(runWorkload(fixture, { path: fixture.racy.path, text }, backEnd)).rejects.toThrow(
      'lacks one of its exports',
    );
  });
});

const UNTYPED: readonly WrongRewrite[] = [
  {
    what: 'a name that is declared twice',
    fixture: 'counter-ioredis',
    edits: [['const pages', 'const stored = 0;\n  const pages']],
    caught: /Cannot redeclare block-scoped variable 'stored'/,
  },
  {
    what: 'an import that is missing',
    fixture: 'counter-ioredis',
    edits: [['Number(stored ?? 0)', 'Number(randomUUID())']],
    caught: /Cannot find name 'randomUUID'/,
  },
  {
    what: 'a variable that is no longer used',
    fixture: 'counter-ioredis',
    edits: [['Number(stored ?? 0) + 1', 'await redis.incr(PAGES_KEY)']],
    caught: /'stored' is declared but its value is never read/,
  },
  {
    what: 'a method that the client does not have',
    fixture: 'counter-node-redis',
    edits: [['await client.set(', 'await client.incrby(']],
    caught: /Property 'incrby' does not exist/,
  },
  {
    what: 'a result of another type',
    fixture: 'float-ioredis',
    edits: [['return spent;', 'return redis.incrbyfloat(project, cost);']],
    caught: /Type 'string' is not assignable to type 'number'/,
  },
  {
    what: 'a name that JavaScript does not know',
    fixture: 'commonjs-ioredis',
    edits: [['redis.set(key, count)', 'redis.set(key, counted)']],
    caught: /Cannot find name 'counted'/,
  },
];

describe('the compiler catches', async () => {
  const cases = await Promise.all(
    UNTYPED.map(async ({ fixture: name, edits, ...wrong }, index) => {
      const fixture = await loadFixture(name);
      const { racy } = fixture;
      const path = join(dirname(racy.path), `wrong-${String(index)}-${basename(racy.path)}`);
      return { ...wrong, racy, text: { path, text: rewrite(fixture, edits) } };
    }),
  );
  const findTypeErrors = createTypeCheck(cases.flatMap(({ racy, text }) => [racy, text]));

  test.each(cases)('$what', ({ racy, text, caught }) => {
    expect(findTypeErrors(text.path, racy.path).join('\n')).toMatch(caught);
  });
});

describe('the style check catches', () => {
  const original = "import a from 'a';\n\nexport function b() {\n  return a(1);\n}\n";

  test.each([
    ['other quotes', original.replace("'a'", '"a"'), ['quotes "a" unlike the rest']],
    ['tabs', original.replace('  return', '\treturn'), ['is indented by tabs, not spaces']],
    ['a missing semicolon', original.replace('a(1);', 'a(1)'), ['lacks a semicolon']],
    ['white space at the end', original.replace('a(1);', 'a(1); '), ['a line ends in white space']],
    ['two empty lines', original.replace('\n\n', '\n\n\n'), ['two empty lines stand together']],
    ['nothing in the same style', original.replace('1', "'it is'"), []],
  ])('%s', (_, rewritten, breaks) => {
    expect(findStyleBreaks(original, rewritten)).toEqual(breaks);
  });
});

function rewrite({ racy, name }: Fixture, edits: WrongRewrite['edits']): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`fixtures/${name} no longer holds "${from}"`);
    return text.replace(from, () => to);
  }, racy.text);
}
