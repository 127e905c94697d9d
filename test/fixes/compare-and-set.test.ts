import { describe, expect, test } from 'vitest';
import { inFunction, offersFor, rewritten, rewrittenBody } from './rewritten.js';

const APPEND = `
const raw = await redis.get(key);
const list: number[] = raw ? JSON.parse(raw) : [];
list.push(step);
await redis.set(key, JSON.stringify(list));`;

describe('a compare-and-set loop', () => {
  test('ends with the write where nothing follows', () => {
    expect(rewrittenBody('compare-and-set', APPEND)).toBe(`for (let attempt = 1; ; attempt++) {
  const raw = await redis.get(key);
  const list: number[] = raw ? JSON.parse(raw) : [];
  list.push(step);
  if (await compareAndSet(redis, key, raw, JSON.stringify(list))) break;
  await backOff(attempt);
}`);
  });

  test('takes in what uses its names, and goes on once it has written', () => {
    expect(rewrittenBody('compare-and-set', `${APPEND}\nconsole.log(list.length);\nreturn 1;`))
      .toBe(`for (let attempt = 1; ; attempt++) {
  const raw = await redis.get(key);
  const list: number[] = raw ? JSON.parse(raw) : [];
  list.push(step);
  if (!(await compareAndSet(redis, key, raw, JSON.stringify(list)))) {
    await backOff(attempt);
    continue;
  }
  console.log(list.length);
  break;
}
return 1;`);
  });

  test('reads first where the read is part of an expression', () => {
    const body =
      "const next = (await redis.get(key)) === 'on' ? 'off' : 'on';\nawait redis.set(key, next);\nreturn next;";
    expect(rewrittenBody('compare-and-set', body)).toContain(
      "  const before = await redis.get(key);\n  const next = before === 'on' ? 'off' : 'on';",
    );
  });

  test('begins with the declaration of what it changes', () => {
    const body =
      "const all: string[] = [];\nconst raw = await redis.get(key);\nif (raw) all.push(...raw.split(','));\nall.push('x');\nawait redis.set(key, all.join());";
    expect(rewrittenBody('compare-and-set', body)).toMatch(/^for .*\n {2}const all: string\[\] = \[\];/);
  });

  test('passes the expiry on', () => {
    const body =
      "const raw = await redis.get(key);\nawait redis.multi().set(key, `${raw ?? ''}x`).expire(key, 60).exec();";
    expect(rewrittenBody('compare-and-set', body)).toContain(
      "compareAndSet(redis, key, raw, `${raw ?? ''}x`, 'EX', 60)",
    );
    expect(rewrittenBody('compare-and-set', APPEND.replace('(list))', "(list), 'KEEPTTL')"))).toContain(
      "JSON.stringify(list), 'KEEPTTL')",
    );
  });

  test('adds its functions once, under names that are free', () => {
    const first = inFunction(APPEND).replace('export', 'const backOff = 1;\nexport');
    const second = inFunction(APPEND)
      .replace('run', 'rerun')
      .replace(/^import.*\n/, '');
    const twice = first + second;
    const once = rewritten('compare-and-set', twice);
    const both = rewritten('compare-and-set', once);
    expect(once).toContain('async function backOff2(');
    expect(both.match(/async function compareAndSet/g)).toHaveLength(1);
    expect(both.match(/await backOff2\(attempt\)/g)).toHaveLength(2);
  });

  test('waits by the timer of the language where the module has another', () => {
    const text = inFunction(APPEND).replace('\n', "\nimport { setTimeout } from 'node:timers/promises';\n");
    expect(rewritten('compare-and-set', text)).toContain('globalThis.setTimeout(resolve');
  });

  test('is written in JavaScript, without semicolons and with tabs, where the file is', () => {
    const text =
      'import { createClient } from "redis"\nconst db = createClient()\nexport async function flip(key) {\n\tconst on = await db.get(key)\n\tawait db.set(key, on === "1" ? "0" : "1")\n}\n';
    const result = rewritten('compare-and-set', text, 'module.js');
    expect(result).toContain(
      '\t\tif (await compareAndSet(db, key, on, on === "1" ? "0" : "1")) break\n\t\tawait backOff(attempt)\n',
    );
    expect(result).toContain('async function compareAndSet(\n\tredis,\n\tkey,');
    expect(result).not.toMatch(/;$/m);
  });
});

describe('no compare-and-set loop is offered', () => {
  const refused: readonly (readonly [string, string])[] = [
    [
      'where something else would be done again',
      APPEND.replace('await redis.set', 'await fetch(key);\nawait redis.set'),
    ],
    [
      'where a parameter would be changed again',
      'const raw = await redis.get(key);\nstep += Number(raw);\nawait redis.set(key, step);',
    ],
    [
      'where the write is in a loop of its own',
      APPEND.replace('await redis.set', 'for (;;) await redis.set'),
    ],
    [
      'where more than the write is sent',
      APPEND.replace(
        'redis.set(key, JSON.stringify(list))',
        "redis.multi().set(key, JSON.stringify(list)).publish('news', key).exec()",
      ),
    ],
    ['where the write says what the loop cannot', APPEND.replace('(list))', "(list), 'EX', 60, 'XX')")],
    [
      'where the whole hash is read',
      "const all = await redis.hgetall(key);\nawait redis.hset(key, 'n', `${all['n'] ?? ''}x`);",
    ],
  ];

  test.each(refused)('%s', (_, body) => {
    expect(offersFor(inFunction(body))).not.toContain('compare-and-set');
  });

  test('where a jump would leave the wrong loop', () => {
    const body = APPEND.trim().replace('list.push', 'if (list.length > 9) continue;\nlist.push');
    expect(offersFor(inFunction(`for (const key of ['a', 'b']) {\n${body}\n}`))).not.toContain(
      'compare-and-set',
    );
  });

  test('where the client is typed as a part of itself', () => {
    const text = inFunction(APPEND).replace('redis: Redis', "redis: Pick<Redis, 'get' | 'set'>");
    expect(offersFor(text)).toEqual([]);
  });
});
