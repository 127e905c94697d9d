/** Which rewrites of memory are offered, and which are not, each with its look-alike. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applySuggestion, lintText } from '../proof/lint.js';
import { kindOfRewrite, type RewriteKind } from '../support/expectation.js';

const PATH = fileURLToPath(new URL('../.tmp/module.ts', import.meta.url));

interface Case {
  readonly what: string;
  readonly code: string;
  readonly offers: readonly RewriteKind[];
}

const inModule = (body: string, parameters = 'ask: (x?: number) => Promise<number>'): string =>
  `let total = 0;\nexport async function add(${parameters}) {\n  ${body}\n}\n`;

const AWAIT_FIRST: readonly Case[] = [
  {
    what: 'what is added is awaited',
    code: inModule('total += await ask();'),
    offers: ['await-first', 'mutex'],
  },
  {
    what: 'what is awaited depends on the place',
    code: inModule('total += await ask(total);'),
    offers: ['mutex'],
  },
  {
    what: 'what is awaited depends on the place, by a variable',
    code: inModule('const twice = total * 2;\n  total += await ask(twice);'),
    offers: ['mutex'],
  },
  {
    what: 'it is awaited on a condition',
    code: inModule('total = total + (total > 5 ? await ask() : 1);'),
    offers: ['mutex'],
  },
  {
    what: 'all of what is added is awaited on a condition',
    code: inModule('total += ask.length > 1 ? await ask() : 1;'),
    offers: ['await-first', 'mutex'],
  },
  {
    what: 'something happens before the wait in the same expression',
    code: inModule('total = total + Number(process.stdout.write("")) + (await ask());'),
    offers: ['mutex'],
  },
  {
    what: 'the variable that holds what was read is used before the wait',
    code: inModule('const before = total;\n  console.log(before);\n  total = before + (await ask());'),
    offers: ['mutex'],
  },
  {
    what: 'the variable is used behind the write',
    code: inModule(
      'const before = total;\n  const more = await ask();\n  total = before + more;\n  return before;',
    ),
    offers: ['await-first', 'mutex'],
  },
  {
    what: 'the write is in a loop that the read is not in',
    code: inModule('const before = total;\n  for (const x of [1, 2]) total = before + (await ask(x));'),
    offers: ['mutex'],
  },
  {
    what: 'whether it is written depends on a check before the wait',
    code: inModule('if (total < 10) {\n    total += await ask();\n  }'),
    offers: ['mutex'],
  },
  {
    what: 'the function is a generator',
    code: 'let total = 0;\nexport async function* add(ask: () => Promise<number>) {\n  total += await ask();\n  yield total;\n}\n',
    offers: [],
  },
];

const MUTEX: readonly Case[] = [
  {
    what: 'nobody else writes',
    code: inModule('const next = total + 1;\n  await ask(next);\n  total = next;'),
    offers: ['mutex'],
  },
  {
    what: 'somebody writes who waits for nobody',
    code: `${inModule('const next = total + 1;\n  await ask(next);\n  total = next;')}export const reset = () => void (total = 0);\n`,
    offers: [],
  },
  {
    what: 'the function calls itself in between',
    code: inModule('const next = total + 1;\n  if ((await ask(next)) > 1) await add(ask);\n  total = next;'),
    offers: [],
  },
  {
    what: 'the function calls itself behind the write',
    code: inModule(
      'const next = total + 1;\n  await ask(next);\n  total = next;\n  if (ask.length > 1) await add(ask);',
    ),
    offers: ['mutex'],
  },
  {
    what: 'it does what its caller gives it to do',
    code: inModule('const next = total + 1;\n  await work();\n  total = next;', 'work: () => Promise<void>'),
    offers: ['await-first'],
  },
  {
    what: 'it holds another lock in between',
    code: `import { Mutex } from 'async-mutex';\nconst files = new Mutex();\n${inModule(
      'const next = total + 1;\n  await files.runExclusive(() => ask(next));\n  total = next;',
    )}`,
    offers: [],
  },
];

const FLAG = (body: string): string =>
  `let busy = false;\nexport async function build(prepare: () => Promise<number>) {\n  ${body}\n}\n`;

const FLAG_FIRST: readonly Case[] = [
  {
    what: 'it is taken back in `finally`',
    code: FLAG(
      'if (busy) return;\n  await prepare();\n  busy = true;\n  try {\n    await prepare();\n  } finally {\n    busy = false;\n  }',
    ),
    offers: ['flag-first', 'mutex'],
  },
  {
    what: 'it is taken back at the end',
    code: FLAG('if (busy) return;\n  await prepare();\n  busy = true;\n  await prepare();\n  busy = false;'),
    offers: ['flag-first', 'mutex'],
  },
  {
    what: 'it is taken back at the end, and the function may leave before it is set',
    code: FLAG(
      'if (busy) return;\n  if ((await prepare()) > 1) return;\n  busy = true;\n  await prepare();\n  busy = false;',
    ),
    offers: ['mutex'],
  },
  {
    what: 'what is prepared is used behind the place where it is taken back',
    code: FLAG(
      'if (busy) return;\n  const ready = await prepare();\n  busy = true;\n  try {\n    await prepare();\n  } finally {\n    busy = false;\n  }\n  console.log(ready);',
    ),
    offers: [],
  },
  {
    what: 'it is never taken back: who sees it relies on the end',
    code: FLAG('if (!busy) {\n    await prepare();\n    busy = true;\n  }\n  return prepare();'),
    offers: ['kept-promise', 'mutex'],
  },
];

const LAZY = (body: string, more = ''): string =>
  `let client: { send(): void } | undefined;\nexport async function get(connect: () => Promise<{ send(): void }>) {\n  ${body}\n}\n${more}`;

const KEPT_PROMISE: readonly Case[] = [
  {
    what: 'it is returned',
    code: LAZY('if (!client) client = await connect();\n  return client;'),
    offers: ['kept-promise', 'mutex'],
  },
  {
    what: 'it is returned, and somebody closes it',
    code: LAZY(
      'if (!client) client = await connect();\n  return client;',
      'export const close = () => void (client = undefined);\n',
    ),
    offers: ['kept-promise', 'mutex'],
  },
  {
    what: 'it is used, and somebody closes it',
    code: LAZY(
      'if (!client) client = await connect();\n  client.send();',
      'export const close = () => void (client = undefined);\n',
    ),
    offers: ['mutex'],
  },
  {
    what: 'somebody else sets it',
    code: LAZY(
      'if (!client) client = await connect();\n  return client;',
      'export const set = (next: { send(): void }) => void (client = next);\n',
    ),
    offers: [],
  },
  {
    what: 'the function leaves while it is made',
    code: LAZY(
      'if (!client) {\n    const made = await connect();\n    if (!made) return undefined;\n    client = made;\n  }\n  return client;',
    ),
    offers: ['mutex'],
  },
  {
    what: 'it is made anew on another condition',
    code: LAZY('if (!client || connect.length > 1) client = await connect();\n  return client;'),
    offers: ['mutex'],
  },
];

describe.each([
  ['await first', AWAIT_FIRST],
  ['a mutex', MUTEX],
  ['set the flag first', FLAG_FIRST],
  ['keep the promise', KEPT_PROMISE],
] as const)('%s', (_, cases) => {
  test.each(cases)('where $what', ({ code, offers }) => {
    const { reports, syntaxError } = lintText(code, PATH);
    expect(syntaxError).toBeUndefined();
    expect(reports).toHaveLength(1);
    const kinds = reports.flatMap(({ suggestions }) => suggestions.map(({ title }) => kindOfRewrite(title)));
    expect(kinds).toEqual(offers);
  });
});

describe('the rewritten text', () => {
  const rewritten = (code: string, kind: RewriteKind): string => {
    const suggestion = lintText(code, PATH)
      .reports.flatMap(({ suggestions }) => suggestions)
      .find(({ title }) => kindOfRewrite(title) === kind);
    if (!suggestion) throw new Error(`No ${kind} is offered`);
    return applySuggestion(code, suggestion);
  };

  test('gives braces to a statement that stands alone, with its comment', () => {
    const code = inModule('if (ask.length > 1) total += await ask(); // more');
    expect(rewritten(code, 'await-first')).toContain(`  if (ask.length > 1) {
    const amount = await ask();
    total += amount; // more
  }
`);
  });

  test('gives braces to an arrow function, which still gives its value', () => {
    const code =
      'let total = 0;\nexport const add = async (ask: () => Promise<number>) => (total += await ask());\n';
    expect(rewritten(code, 'await-first')).toBe(`let total = 0;
export const add = async (ask: () => Promise<number>) => {
  const amount = await ask();
  return (total += amount);
};
`);
  });

  test('takes a name that is free', () => {
    const code = inModule('const amount = 1;\n  total += (await ask(amount)) * 2;');
    expect(rewritten(code, 'await-first')).toContain('const amount2 = (await ask(amount)) * 2;');
  });

  test('names a value as the call that gives it does', () => {
    const code = inModule('total += await fetchPrice(7);', 'fetchPrice: (id: number) => Promise<number>');
    expect(rewritten(code, 'await-first')).toContain('const price = await fetchPrice(7);');
  });

  test('uses the mutex that is there', () => {
    const code = `import { Mutex } from 'async-mutex';\n${inModule('const next = total + 1;\n  await ask(next);\n  total = next;')}`;
    const once = rewritten(code, 'mutex');
    expect(once).toContain('const totalMutex = new Mutex();');
    const twice = `${once}export async function take(ask: (x: number) => Promise<number>) {
  const next = total - 1;
  await ask(next);
  total = next;
}
`;
    const both = rewritten(twice, 'mutex');
    expect(both.match(/new Mutex/gu)).toHaveLength(1);
    expect(both.match(/await totalMutex\.acquire\(\)/gu)).toHaveLength(2);
  });

  test('takes the time when it is its turn', () => {
    const code = `let used = 0;
let stamp = 0;
export async function take(ask: () => Promise<number>) {
  const now = Date.now();
  const next = used + now - stamp;
  await ask();
  used = Math.max(next, 0);
  stamp = now;
}
`;
    expect(rewritten(code, 'mutex')).toMatch(/acquire\(\);\n {2}try \{\n {4}const now = Date\.now\(\);/u);
  });
});
