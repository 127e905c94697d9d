import { describe, expect, test } from 'vitest';
import { offersFor, rewritten } from './rewritten.js';

const UPDATE = `async function add(key) {
  const raw = await redis.get(key);
  await redis.set(key, \`\${raw}x\`);
}
`;
const MODULE = `import { Redis } from 'ioredis';\n\nconst redis = new Redis();\n\n${UPDATE}`;

describe('a mutex', () => {
  test('of the module runs the update alone, in a script', () => {
    expect(rewritten('mutex', `${MODULE}\nawait Promise.all([add('a'), add('a')]);\n`, 'module.mjs'))
      .toBe(`import { Mutex } from 'async-mutex';
import { Redis } from 'ioredis';

const mutex = new Mutex();

const redis = new Redis();

async function add(key) {
  await mutex.runExclusive(async () => {
    const raw = await redis.get(key);
    await redis.set(key, \`\${raw}x\`);
  });
}

await Promise.all([add('a'), add('a')]);
`);
  });

  test('gives what the update gives', () => {
    const text = `#!/usr/bin/env node\n${MODULE.replace('x`);\n', 'x`);\n  return raw;\n')}\nexport { add };\n`;
    expect(rewritten('mutex', text, 'module.mjs')).toContain(
      '  return await mutex.runExclusive(async () => {\n    const raw',
    );
  });

  test('is taken and let go of where a part of the function leaves early', () => {
    const text = `#!/usr/bin/env node\n${MODULE.replace('  await redis.set', '  if (!raw) return;\n  await redis.set').replace('x`);\n', 'x`);\n  console.log(key);\n')}\nexport { add };\n`;
    expect(rewritten('mutex', text, 'module.mjs')).toContain(
      '  const release = await mutex.acquire();\n  try {\n    const raw',
    );
    expect(rewritten('mutex', text, 'module.mjs')).toContain(
      '  } finally {\n    release();\n  }\n  console.log(key);',
    );
  });

  test('is offered where the file tests for being the main module', () => {
    expect(
      offersFor(
        `${MODULE}\nexport { add };\nif (import.meta.url === process.argv[1]) await add('a');\n`,
        'module.mjs',
      ),
    ).toContain('mutex');
  });
});

describe('no mutex is offered', () => {
  test('in a module that others import', () => {
    expect(offersFor(`${MODULE}\nexport { add };\n`, 'module.mjs')).not.toContain('mutex');
  });

  test('in a server, of which several may run', () => {
    const text = `${MODULE}\nasync function main() {\n  server.listen(80);\n}\nawait main();\nserver.on('hit', add);\n`;
    expect(offersFor(text, 'module.mjs')).not.toContain('mutex');
  });
});
