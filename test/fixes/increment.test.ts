import { describe, expect, test } from 'vitest';
import { inFunction, offersFor, rewritten, rewrittenBody } from './rewritten.js';

describe('an increment', () => {
  test('takes the place of read, sum and write, under the name of the sum', () => {
    const body =
      'const raw = await redis.get(key);\nconst next = Number(raw ?? 0) + 1;\nawait redis.set(key, next);\nreturn next;';
    expect(rewrittenBody('increment', body)).toBe('const next = await redis.incr(key);\nreturn next;');
  });

  test('gives the count from before where that is used afterwards', () => {
    const body = 'const n = Number(await redis.get(key));\nawait redis.set(key, n + 1);\nreturn { n };';
    expect(rewrittenBody('increment', body)).toBe('const n = (await redis.incr(key)) - 1;\nreturn { n };');
  });

  test('names the sum where it is written out again', () => {
    const body = 'const n = Number(await redis.get(key));\nawait redis.set(key, n + 1);\nreturn n + 1;';
    expect(rewrittenBody('increment', body)).toBe('const next = await redis.incr(key);\nreturn next;');
  });

  test('keeps the comments of the statements that go', () => {
    const body =
      'const n = Number(await redis.get(key)); // none is 0\n/* one more */\nawait redis.set(key, n + 1); // done';
    expect(rewrittenBody('increment', body)).toBe(
      '// none is 0\n/* one more */\nawait redis.incr(key); // done',
    );
  });

  test('counts down', () => {
    const body =
      'const n = parseInt((await redis.get(key)) ?? "0", 10) - step;\nawait redis.set(key, n);\nreturn n;';
    expect(rewrittenBody('increment', body)).toBe('const n = await redis.decrby(key, step);\nreturn n;');
  });

  test('adds whole numbers and fractions alike where the step may be either', () => {
    const body = 'const sum = Number(await redis.get(key)) + step;\nawait redis.set(key, sum);\nreturn sum;';
    expect(rewrittenBody('increment', body)).toBe(
      'const sum = Number(await redis.incrbyfloat(key, step));\nreturn sum;',
    );
  });

  test('stands in one expression as well', () => {
    expect(rewrittenBody('increment', 'await redis.set(key, Number(await redis.get(key)) + 1);')).toBe(
      'await redis.incr(key);',
    );
  });

  test('stands in an arrow function without braces', () => {
    const text =
      "import type { Redis } from 'ioredis';\n\nexport const bump = async (redis: Redis) => redis.set('n', Number(await redis.get('n')) + 1);\n";
    expect(rewritten('increment', text)).toContain("async (redis: Redis) => redis.incr('n');");
  });

  test('sets the expiry in the same transaction', () => {
    const body = "const n = Number(await redis.get(key)) + 1;\nawait redis.set(key, n, 'PX', 500);";
    expect(rewrittenBody('increment', body)).toBe('await redis.multi().incr(key).pexpire(key, 500).exec();');
  });

  test('needs no transaction where the expiry stays', () => {
    const body = "const n = Number(await redis.get(key)) + 1;\nawait redis.set(key, n, 'KEEPTTL');";
    expect(rewrittenBody('increment', body)).toBe('await redis.incr(key);');
  });

  test('counts in a field of a hash', () => {
    const body =
      "const n = parseInt((await redis.hget(key, 'hits')) ?? '0', 10);\nawait redis.hset(key, { hits: n + 1 });";
    expect(rewrittenBody('increment', body)).toBe("await redis.hincrby(key, 'hits', 1);");
  });

  test('is spelled in capitals where the file does so', () => {
    const text =
      "import { createClient } from 'redis';\nconst db = createClient();\nexport async function hit(key) {\n  await db.SET(key, Number(await db.GET(key)) + 1);\n}\n";
    expect(rewritten('increment', text, 'module.js')).toContain('await db.INCR(key);');
  });
});

describe('no increment is offered', () => {
  const refused: readonly (readonly [string, string])[] = [
    [
      'where a limit is checked first',
      "const n = Number(await redis.get(key));\nif (n >= 5) throw new Error('full');\nawait redis.set(key, n + 1);",
    ],
    [
      'where the count is told before the write',
      'const n = Number(await redis.get(key)) + 1;\nconsole.log(n);\nawait redis.set(key, n);',
    ],
    [
      'where a missing key does not count as 0',
      "const n = Number((await redis.get(key)) ?? '5') + 1;\nawait redis.set(key, n);",
    ],
    [
      'where the write is conditional',
      'const n = Number(await redis.get(key));\nif (step > 0) {\n  await redis.set(key, n + 1);\n}',
    ],
    [
      'where the outcome of the write is used',
      'const n = Number(await redis.get(key)) + 1;\nconst ok = await redis.set(key, n);\nreturn ok;',
    ],
    [
      'where the stored text is used afterwards',
      'const raw = await redis.get(key);\nawait redis.set(key, Number(raw) + 1);\nreturn raw;',
    ],
    [
      'for texts that are joined',
      "const raw = (await redis.get(key)) ?? '';\nawait redis.set(key, raw + '!');",
    ],
    [
      'for another sum than a step',
      'const n = Number(await redis.get(key));\nawait redis.set(key, n * 2 + 1);',
    ],
  ];

  test.each(refused)('%s', (_, body) => {
    expect(offersFor(inFunction(body))).not.toContain('increment');
  });
});
