/** Rewrites of memory that look right: some interleaving must show that each of them is not. */
import { describe, expect, test } from 'vitest';
import { exploreInterleavings } from './explore.js';
import { loadFixture } from './fixtures.js';

interface WrongRewrite {
  readonly what: string;
  readonly fixture: string;
  /** Replacements in the racy text, each of a part that is there. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  readonly caught: RegExp;
}

const MUTEX = "import { Mutex } from 'async-mutex';\n";

const WRONG: readonly WrongRewrite[] = [
  {
    what: 'a value that is read before it is awaited what is added',
    fixture: 'memory-counter',
    edits: [
      [
        'tokensUsed += await countTokens(prompt);',
        'const before = tokensUsed;\n  tokensUsed = before + (await countTokens(prompt));',
      ],
    ],
    caught: /^kept \d+ of 3 updates$/m,
  },
  {
    what: 'a mutex that each call makes for itself',
    fixture: 'memory-counter',
    edits: [
      ['/** Counts', `${MUTEX}/** Counts`],
      [
        'tokensUsed += await countTokens(prompt);',
        'await new Mutex().runExclusive(async () => {\n    tokensUsed += await countTokens(prompt);\n  });',
      ],
    ],
    caught: /^kept \d+ of 3 updates$/m,
  },
  {
    what: 'a mutex behind the check',
    fixture: 'memory-balance',
    edits: [
      ['export interface Bank', `${MUTEX}const mutex = new Mutex();\nexport interface Bank`],
      [
        'await this.bank.settle(name, cents);\n    account.balance -= cents;',
        'await mutex.runExclusive(async () => {\n      await this.bank.settle(name, cents);\n      account.balance -= cents;\n    });',
      ],
    ],
    caught: /^the purse is overdrawn$/m,
  },
  {
    what: 'a mutex for each object where the state is of the class',
    fixture: 'memory-static',
    edits: [
      ['export interface Mailer', `${MUTEX}export interface Mailer`],
      ['#sent = 0;', '#sent = 0;\n\t#mutex = new Mutex();'],
      [
        'const no = InvoiceDesk.#lastNumber + 1;',
        'return this.#mutex.runExclusive(async () => {\n\t\tconst no = InvoiceDesk.#lastNumber + 1;',
      ],
      ['return no;', 'return no;\n\t\t});'],
    ],
    caught: /^two invoices have the same number$/m,
  },
  {
    what: 'a mutex that is not let go of where the work fails',
    fixture: 'memory-fold',
    edits: [
      ['export type Reduce', `${MUTEX}export type Reduce`],
      ['let state = initial;', 'let state = initial;\n  const mutex = new Mutex();'],
      [
        'state = await reduce(state, action);',
        'const release = await mutex.acquire();\n    state = await reduce(state, action);\n    release();',
      ],
    ],
    caught: /^a caller waits for ever$/m,
  },
  {
    what: 'a promise that is kept though it was rejected',
    fixture: 'memory-lazy-client',
    edits: [
      ['private client?: Client;', 'private client?: Promise<Client>;'],
      ['if (!this.client) this.client = await this.connect();', 'this.client ??= this.connect();'],
      ['this.client.send(text)', '(await this.client).send(text)'],
    ],
    caught: /^it fails: refused$/m,
  },
  {
    what: 'a promise that is dropped before what it gives is kept',
    fixture: 'memory-import',
    edits: [
      ['let pool: Pool | undefined;', 'let pool: Pool | undefined;\nlet coming: Promise<Pool> | undefined;'],
      [
        'pool ??= (await load()).makePool(4);',
        `coming ??= load()
    .then(({ makePool }) => makePool(4))
    .finally(() => {
      coming = undefined;
    });
  pool ??= await coming;`,
      ],
    ],
    caught: /^kept 1 of \d updates$/m,
  },
  {
    what: 'a flag that is set first and stays where the preparation fails',
    fixture: 'memory-busy',
    edits: [
      ['const hasChanged', 'busy = true;\n  const hasChanged'],
      ["'nothing to do';\n  busy = true;", "'nothing to do';"],
    ],
    caught: /^the flag was not taken back$/m,
  },
  {
    what: 'a flag that says "done" before it is',
    fixture: 'memory-done',
    edits: [['await migrate();\n    migrated = true;', 'migrated = true;\n    await migrate();']],
    caught: /^the database was used before it was up to date$/m,
  },
];

describe('an interleaving shows', () => {
  test.each(WRONG)('$what ($fixture)', async ({ fixture: name, edits, caught }) => {
    const fixture = await loadFixture(name);
    const text = edits.reduce((before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`fixtures/${name} no longer holds "${from}"`);
      return before.replace(from, () => to);
    }, fixture.racy.text);
    const losses = await exploreInterleavings(fixture, { path: fixture.racy.path, text });
    expect(losses.join('\n')).toMatch(caught);
  });
});
