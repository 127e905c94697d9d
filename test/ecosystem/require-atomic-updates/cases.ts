/**
 * The cases of ESLint's own test suite for `require-atomic-updates`, in our own words and code: other names, the
 * same meaning, one entry for one case, in its order.
 *
 * Where a case has a function that writes, it is exported here: `require-atomic-updates` does not ask who calls
 * a function, `no-await-between-read-and-write` does, and an exported one can run twice at once. That is the only
 * addition. Undeclared names stay undeclared, but for `process`, which is declared as a global.
 *
 * Source: https://github.com/eslint/eslint, tests/lib/rules/require-atomic-updates.js, as of ESLint 10.
 */

export type Outcome = 'reports' | 'silent';

export interface Case {
  readonly title: string;
  readonly code: string;
  /** What `require-atomic-updates` does, and what ESLint's own suite asks of it. */
  readonly eslint: Outcome;
  /** What `no-await-between-read-and-write` does at `likely`. */
  readonly ours: Outcome;
  /** The options of `require-atomic-updates` that the case is for. */
  readonly options?: { readonly allowProperties?: boolean };
  /** Why ours differs; there where it does, and only there. */
  readonly reason?: Reason;
}

/** Why the two rules differ on a case, in words for users. */
export const REASONS = {
  'one call':
    'The object is the parameter of one call. Nothing in the file says that two calls are given the same one, and most such objects belong to one request.',
  'no writer':
    'The closure only reads the variable. Nobody but this call writes it, so there is no update to lose.',
  'not derived':
    'The written value does not come from the earlier one, and nothing was decided by that. The last write wins, as it would without the wait.',
} as const;

export type Reason = keyof typeof REASONS;

const twentyTimes = (text: (index: number) => string): string =>
  Array.from({ length: 20 }, (_, index) => text(index + 1)).join('\n');

const quiet: readonly Omit<Case, 'eslint'>[] = [
  {
    title: 'a compound assignment without a wait',
    code: `
      let hits;
      export async function count() { hits += step; }
    `,
    ours: 'silent',
  },
  {
    title: 'a sum without a wait',
    code: `
      let hits;
      export async function count() { hits = hits + step; }
    `,
    ours: 'silent',
  },
  {
    title: 'a wait on the left of the sum, the read on its right',
    code: `
      let hits;
      export async function count() { hits = (await step()) + hits; }
    `,
    ours: 'silent',
  },
  {
    title: 'a local variable that stays in its call',
    code: `
      export async function count() { let hits; hits += await step(); return hits; }
    `,
    ours: 'silent',
  },
  {
    title: 'an awaited function that is given the variable after the wait',
    code: `
      let total;
      export async function add() { total = (await adder)(total); }
    `,
    ours: 'silent',
  },
  {
    title: 'an argument that is read after the awaited one',
    code: `
      let total;
      export async function add() { total = sum(await next(), total); }
    `,
    ours: 'silent',
  },
  {
    title: 'a local variable of a generator',
    code: `
      export function* collect() { let sum; sum += yield next; }
    `,
    ours: 'silent',
  },
  {
    title: 'a property that gets an awaited value of its own',
    code: `
      const state = {};
      export async function refresh() { state.rates = await rates; }
    `,
    ours: 'silent',
  },
  {
    title: 'an entry under a computed name, changed without a wait',
    code: `
      const counts = [];
      export async function count() { counts[count] += 1; }
    `,
    ours: 'silent',
  },
  {
    title: 'a generator without a yield between read and write',
    code: `
      let sum;
      export function* add() { sum = step + sum; }
    `,
    ours: 'silent',
  },
  {
    title: 'a local variable beside a closure that uses another',
    code: `
      export async function count() {
        let own;
        later(() => (others += 1));
        own += await step;
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a conditional that either keeps the value or waits for another',
    code: `
      let plan;
      export async function replan() { plan = fresh ? plan : await newPlan; }
    `,
    ours: 'silent',
  },
  {
    title: 'a local variable beside a closure with one of the same name',
    code: `
      export async function count() {
        let hits;
        later(() => { let hits; show(hits); });
        hits += await step;
      }
    `,
    ours: 'silent',
  },
  {
    title: 'an update that is done before the wait',
    code: `
      let hits;
      export async function count() { hits = hits + 1; await saved; }
    `,
    ours: 'silent',
  },
  {
    title: 'a variable that is nowhere declared',
    code: `
      export async function count() { hits += await step; }
    `,
    ours: 'silent',
  },
  {
    title: 'twenty conditions in a row',
    code: `
      export async function walk() {
        ${twentyTimes((index) => `if (${index});`)}
      }
    `,
    ours: 'silent',
  },
  {
    title: 'twenty conditional expressions in a list',
    code: `
      export async function walk() {
        return [
          ${twentyTimes((index) => `${index} ? left : right,`)}
        ];
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a local variable that is set once and then captured',
    code: `
      export async function load() {
        let rows;
        rows = await table.rows;
        later(() => { rows; });
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a field that is set in `try` and cleared in `catch` before the wait',
    code: `
      export async function open() {
        try {
          this.handle = start();
        } catch {
          this.handle = null;
          await report();
        }
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a property of what was awaited, set from a parameter',
    code: `
      export async function rename(user) {
        const found = await find(user.id);
        found.name = user.name;
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a parameter that is replaced by what was awaited',
    code: `
      export async function follow(user) {
        const found = await find(user.id);
        user = found.manager;
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a property of an object made in this call',
    code: `
      export async function describe() {
        const user = {};
        const found = await find(user.id);
        user.name = found.name;
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a counter that goes up before the wait and down after it',
    code: `
      let running = 0;
      export async function work(...jobs) {
        running += 1;
        await new Promise((resolve) => resolve());
        running -= 1;
      }
    `,
    ours: 'silent',
  },
  {
    title: 'several loops over one list with names of their own',
    code: `
      async function save(row) {}

      export async function sync() {
        const rows = [];
        const known = [];

        for (const row of rows) {
          const match = known.find((each) => each.id === row.id) || null;
          await save(row);
        }

        for (const row of rows) {
          const match = known.find((each) => each.id === row.id) || null;
        }

        for (const another of rows) {
          const match = known.find((each) => each.id === another.id) || null;
        }
      }
    `,
    ours: 'silent',
  },
  {
    title: 'two blocks with a variable of the same name each',
    code: `
      export async function run() {
        {
          let row;
          await row;
        }
        {
          let row;
          () => row;

          row = 1;
        }
      }
    `,
    ours: 'silent',
  },
  {
    title: 'an undeclared variable that is set after a wait and never read',
    code: `
      export async function run() {
        await ready;
        done = 1;
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a property of a parameter, checked before the wait, with `allowProperties`',
    options: { allowProperties: true },
    code: `
      export async function refresh(session) {
        if (session.token) {
          session.token = await renew;
        }
      }
    `,
    ours: 'silent',
  },
  {
    title: 'a property of a parameter in a generator, with `allowProperties`',
    options: { allowProperties: true },
    code: `
      export function* step(session) {
        before = session.turn;
        yield turn;
        session.turn = 1;
      }
    `,
    ours: 'silent',
  },
];

const loud: readonly Omit<Case, 'eslint'>[] = [
  {
    title: 'a compound assignment that waits for its right side',
    code: `
      let hits;
      export async function count() { hits += await step; }
    `,
    ours: 'reports',
  },
  {
    title: 'the same behind a condition of the module',
    code: `
      if (1);
      let hits;
      export async function count() { hits += await step; }
    `,
    ours: 'reports',
  },
  {
    title: 'the same in a loop',
    code: `
      let hits;
      export async function count() { while (more) { hits += await step; } }
    `,
    ours: 'reports',
  },
  {
    title: 'a sum of the variable and what is awaited',
    code: `
      let hits;
      export async function count() { hits = hits + (await step); }
    `,
    ours: 'reports',
  },
  {
    title: 'a sum whose other side waits where a condition fails',
    code: `
      let hits;
      export async function count() { hits = hits + (cheap ? one : await step); }
    `,
    ours: 'reports',
  },
  {
    title: 'a sum whose other side waits where a condition holds',
    code: `
      let hits;
      export async function count() { hits = hits + (costly ? await step : one); }
    `,
    ours: 'reports',
  },
  {
    title: 'a sum that waits, in one arm of a conditional',
    code: `
      let hits;
      export async function count() { hits = on ? hits + (await step) : none; }
    `,
    ours: 'reports',
  },
  {
    title: 'a conditional that reads in one arm and waits in the other, before another wait',
    code: `
      let hits;
      export async function count() { hits = (on ? hits : await step) + (await step); }
    `,
    ours: 'reports',
  },
  {
    title: 'a compound assignment of a sum that waits',
    code: `
      let hits;
      export async function count() { hits += base + (await step); }
    `,
    ours: 'reports',
  },
  {
    title: 'a local variable that a closure has captured before',
    code: `
      export async function count() {
        let hits;
        later(() => hits);
        hits += await step;
      }
    `,
    ours: 'silent',
    reason: 'no writer',
  },
  {
    title: 'a compound assignment of what is yielded',
    code: `
      let sum;
      export function* add() { sum += yield next; }
    `,
    ours: 'reports',
  },
  {
    title: 'an argument that is read before the awaited one',
    code: `
      let total;
      export async function add() { total = sum(total, await next); }
    `,
    ours: 'reports',
  },
  {
    title: 'a compound assignment of a property',
    code: `
      const stats = {};
      export async function count() { stats.hits += await step; }
    `,
    ours: 'reports',
  },
  {
    title: 'a compound assignment of a property of an entry',
    code: `
      const stats = [];
      export async function count() { stats[page].hits += await step; }
    `,
    ours: 'reports',
  },
  {
    title: 'a compound assignment of a private field of another object',
    code: `
      const meter = {};
      export class Meter {
        #hits;
        async count() { meter.#hits += await step; }
      }
    `,
    ours: 'reports',
  },
  {
    title: 'a generator that yields the variable and then waits',
    code: `
      let total;
      export async function* add() { total = (yield total) + (await step); }
    `,
    ours: 'reports',
  },
  {
    title: 'a sum with an awaited call that is given the variable too',
    code: `
      let total;
      export async function add() { total = total + (await next(total)); }
    `,
    ours: 'reports',
  },
  {
    title: 'an awaited call whose second argument waits',
    code: `
      let total;
      export async function add() { total = await sum(total, await next); }
    `,
    ours: 'reports',
  },
  {
    title: 'a local variable of a generator that gives away an async function',
    code: `
      export function* counters() {
        let hits;
        yield async function count() { hits += await step; };
      }
    `,
    ours: 'reports',
  },
  {
    title: 'the variable itself is awaited, then something is yielded',
    code: `
      let total;
      export async function* add() { total = (await total) + (yield step); }
    `,
    ours: 'reports',
  },
  {
    title: 'the variable itself is awaited, as the last part of the sum',
    code: `
      let total;
      export async function add() { total = base + (await total); }
    `,
    ours: 'reports',
  },
  {
    title: 'an assignment that waits within another that waits',
    code: `
      let stats = {};
      export async function count() {
        stats[page].hits = await (stats.all += await stats[page].hits);
      }
    `,
    ours: 'reports',
  },
  {
    title: 'a text that grows by what is awaited',
    code: `
      let log = '';
      export async function note() { log += await line; }
    `,
    ours: 'reports',
  },
  {
    title: 'a read in one arm of a conditional, then a wait',
    code: `
      let hits = 0;
      export async function count() { hits = (cold ? start : hits) + (await step); if (loud); }
    `,
    ours: 'reports',
  },
  {
    title: 'a read deep in nested conditionals, then a wait',
    code: `
      let hits = 0;
      export async function count() {
        hits = (a ? (b ? (c ? (d ? hits : e) : f) : g) : h) + (await step);
        if (loud);
      }
    `,
    ours: 'reports',
  },
  {
    title: 'a property of a parameter, set to a part of what was awaited',
    code: `
      export async function complete(user) {
        const found = await find(user.id);
        user.name = found.name;
      }
    `,
    ours: 'silent',
    reason: 'one call',
  },
  {
    title: '`process.exitCode`, set after a wait for a process',
    code: `
      export default async () => {
        options.input = process.stdin;
        try {
          const { code } = await run(options);
          process.exitCode = code;
        } catch {
          process.exitCode = 1;
        }
      };
    `,
    ours: 'silent',
    reason: 'not derived',
  },
  ...[undefined, {}, { allowProperties: false }].flatMap((options): typeof quiet => {
    const suffix = options ? `, with ${JSON.stringify(options)} as its options` : '';
    return [
      {
        title: `a property of a parameter, checked before the wait${suffix}`,
        ...(options && { options }),
        code: `
          export async function refresh(session) {
            if (session.token) {
              session.token = await renew;
            }
          }
        `,
        ours: 'silent',
        reason: 'one call',
      },
      {
        title: `a property of a parameter in a generator${suffix}`,
        ...(options && { options }),
        code: `
          export function* step(session) {
            before = session.turn;
            yield turn;
            session.turn = 1;
          }
        `,
        ours: 'silent',
        reason: 'one call',
      },
    ];
  }),
  {
    title: 'a variable that is checked before the wait, with `allowProperties`',
    options: { allowProperties: true },
    code: `
      let token;
      export async function refresh() {
        if (token) {
          token = await renew;
        }
      }
    `,
    ours: 'reports',
  },
  {
    title: 'a variable that a generator reads and then sets, with `allowProperties`',
    options: { allowProperties: true },
    code: `
      let turn;
      export function* step() {
        before = turn;
        yield next;
        turn = 1;
      }
    `,
    ours: 'silent',
    reason: 'not derived',
  },
];

function withOutcome(eslint: Outcome, cases: readonly Omit<Case, 'eslint'>[]): readonly Case[] {
  return cases.map((each) => ({ ...each, eslint }));
}

export const CASES: readonly Case[] = [...withOutcome('silent', quiet), ...withOutcome('reports', loud)];
