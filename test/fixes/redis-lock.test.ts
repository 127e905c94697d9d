import { describe, expect, test } from 'vitest';
import { inFunction, offersFor, rewritten, rewrittenBody } from './rewritten.js';

const APPEND = `
const raw = await redis.get(key);
await redis.set(key, \`\${raw ?? ''}x\`);`;

describe('a Redis lock', () => {
  test('is held from the read to the write', () => {
    expect(rewrittenBody('lock', APPEND)).toBe(`const release = await acquireLock(redis, \`lock:\${key}\`);
try {
  const raw = await redis.get(key);
  await redis.set(key, \`\${raw ?? ''}x\`);
} finally {
  await release();
}`);
  });

  test.each([
    ["'jobs'", "'lock:jobs'"],
    ['`jobs:${step}`', '`lock:jobs:${step}`'],
    ["'jobs:' + step", "'lock:jobs:' + step"],
    ['key.trim()', '`lock:${key.trim()}`'],
  ])('of the key %s has the name %s', (key, name) => {
    expect(rewrittenBody('lock', APPEND.replaceAll('(key', `(${key}`))).toContain(
      `acquireLock(redis, ${name});`,
    );
  });

  test('is around the calls of helper functions, and knows their key', () => {
    const text = `import { Redis } from 'ioredis';

const redis = new Redis();

async function load(id: string): Promise<string[]> {
  return JSON.parse((await redis.get(\`list:\${id}\`)) ?? '[]');
}

export async function add(list: string, item: string): Promise<void> {
  const items = await load(list);
  await redis.set(\`list:\${list}\`, JSON.stringify([...items, item]));
}
`;
    expect(rewritten('lock', text)).toContain(
      'acquireLock(redis, `lock:list:${list}`);\n  try {\n    const items = await load(list);',
    );
  });

  test('waits for a chain of promises, in a function that becomes async', () => {
    const text =
      "import { Redis } from 'ioredis';\nconst redis = new Redis();\nexport const drop = (id) =>\n  redis\n    .get(id)\n    .then((bag) => redis.set(id, `${bag}x`));\n";
    expect(rewritten('lock', text, 'module.js')).toContain(`export const drop = async (id) => {
  const release = await acquireLock(redis, \`lock:\${id}\`);
  try {
    return await redis
      .get(id)
      .then((bag) => redis.set(id, \`\${bag}x\`));
  } finally {
    await release();
  }
};`);
  });

  test('has one name for several keys, where nothing else writes keys like them', () => {
    const body =
      "const [a, b] = await redis.mget('acct:' + key, 'acct:' + step);\nawait redis.mset('acct:' + key, Number(a) - 1, 'acct:' + step, Number(b) + 1);";
    expect(rewrittenBody('lock', body)).toContain("acquireLock(redis, 'lock:acct');");
    const other = `${inFunction(body)}\nexport const reset = (redis: Redis, id: string) => redis.set('acct:' + id, 0);\n`;
    expect(offersFor(other)).not.toContain('lock');
  });

  test('requires what it needs in a CommonJS module, and uses what is there', () => {
    const body =
      'async function add(key) {\n  const raw = await redis.get(key);\n  await redis.set(key, `${raw}x`);\n}\nmodule.exports = { add };\n';
    const text = `const Redis = require('ioredis');\nconst redis = new Redis();\n${body}`;
    expect(rewritten('lock', text, 'module.cjs')).toMatch(
      /^const \{ randomUUID \} = require\('node:crypto'\);\nconst Redis/,
    );
    const withCrypto = rewritten('lock', `const crypto = require('crypto');\n${text}`, 'module.cjs');
    expect(withCrypto).toContain('const token = crypto.randomUUID();');
    expect(withCrypto).not.toContain('node:crypto');
  });
});

describe('no Redis lock is offered', () => {
  test('where the function holds a lock already', () => {
    const body = `const own = await mutex.acquire();\nconst raw = await redis.get(key);\nown.release();\nawait redis.set(key, \`\${raw}x\`);`;
    expect(offersFor(inFunction(body).replace('step: number', 'mutex: any'))).not.toContain('lock');
  });

  test('where nobody waits for the write', () => {
    expect(offersFor(inFunction(APPEND))).toContain('lock');
    expect(offersFor(inFunction(APPEND.replace('await redis.set', 'void redis.set')))).not.toContain('lock');
  });

  test('where the write runs after the function has ended', () => {
    const body =
      'const raw = await redis.get(key);\nreturn { save: async () => { await redis.set(key, `${raw}x`); } };';
    expect(offersFor(inFunction(body))).toEqual([]);
  });

  test('where the queued write is sent outside', () => {
    const body =
      "const pipe = redis.pipeline();\nfor (const id of ['a', 'b']) {\n  const raw = await redis.get(id);\n  pipe.set(id, `${raw}x`);\n}\nawait pipe.exec();";
    expect(offersFor(inFunction(body))).toEqual([]);
  });
});
