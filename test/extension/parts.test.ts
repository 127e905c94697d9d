/** Parts of the extension that know no editor. */
import { describe, expect, test } from 'vitest';
import { CrashGuard } from '../../extension/src/crash-guard.js';
import { isFromPage } from '../../extension/src/explain/messages.js';
import { makePage } from '../../extension/src/explain/page.js';
import { Rerun } from '../../extension/src/rerun.js';
import { describeStatus } from '../../extension/src/status-text.js';

/** Work whose end the test decides. */
function controlled() {
  const runs: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const rerun = new Rerun(() => new Promise((resolve, reject) => runs.push({ resolve, reject })));
  return { rerun, runs };
}

/** Lets everything that is ready go on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work of which one run is enough', () => {
  test('runs once more, however often it is asked for meanwhile, and never twice at once', async () => {
    const { rerun, runs } = controlled();
    const first = rerun.ask();
    const others = [rerun.ask(), rerun.ask(), rerun.ask()];
    expect(runs).toHaveLength(1);
    runs[0]?.resolve();
    await settled();
    expect(runs).toHaveLength(2);
    runs[1]?.resolve();
    await Promise.all([first, ...others]);
    await settled();
    expect(runs).toHaveLength(2);
  });

  test('runs again when it is asked for after its end', async () => {
    const { rerun, runs } = controlled();
    const first = rerun.ask();
    runs[0]?.resolve();
    await first;
    const second = rerun.ask();
    expect(runs).toHaveLength(2);
    runs[1]?.resolve();
    await second;
  });

  test('that fails says so, and can be asked for again', async () => {
    const { rerun, runs } = controlled();
    const first = rerun.ask();
    runs[0]?.reject(new Error('no server'));
    await expect(first).rejects.toThrow('no server');
    const second = rerun.ask();
    runs[1]?.resolve();
    await expect(second).resolves.toBeUndefined();
  });

  test('that fails while it was asked for again goes by the later run', async () => {
    const { rerun, runs } = controlled();
    const first = rerun.ask();
    void rerun.ask();
    runs[0]?.reject(new Error('too old'));
    await settled();
    runs[1]?.resolve();
    await expect(first).resolves.toBeUndefined();
  });
});

describe('a server that dies', () => {
  test('is started again three times, and not a fourth', () => {
    const guard = new CrashGuard(() => 0);
    expect([1, 2, 3, 4].map(() => guard.mayRestart())).toEqual([true, true, true, false]);
  });

  test('is started again when its deaths are long ago', () => {
    let now = 0;
    const guard = new CrashGuard(() => now);
    const answers = [1, 2, 3, 4, 5].map(() => {
      now += 100_000;
      return guard.mayRestart();
    });
    expect(answers).toEqual([true, true, true, true, true]);
  });

  test('is started again when somebody restarted it by hand', () => {
    const guard = new CrashGuard(() => 0);
    guard.mayRestart();
    guard.mayRestart();
    guard.mayRestart();
    guard.forgive();
    expect(guard.mayRestart()).toBe(true);
  });
});

describe('the status item', () => {
  const at = new Date(2026, 0, 2, 3, 4, 5);

  test.each([
    [0, 'No races'],
    [1, '1 race'],
    [2, '2 races'],
  ])('with %i races says %s, when it was checked and how long that took', (races, text) => {
    const status = describeStatus({ state: 'ok', busy: false }, { races, took: 12.4, at });
    expect(status).toMatchObject({ text, severity: 'information' });
    expect(status.detail).toContain('in 12 ms');
    expect(status.detail).toContain(at.toLocaleTimeString());
  });

  test('says that nothing is checked any more', () => {
    const status = describeStatus({ state: 'error', busy: false, message: 'It died.' }, undefined);
    expect(status).toEqual({ text: 'Interleave has stopped', detail: 'It died.', severity: 'error' });
  });

  test('says that it is off where it is', () => {
    expect(describeStatus({ state: 'off', busy: false }, { races: 2, took: 1, at }).text).toBe(
      'Interleave: off',
    );
  });
});

test.each([
  [{ kind: 'ready' }, true],
  [{ kind: 'reveal', race: 0, step: 3 }, true],
  [{ kind: 'fix', race: 1 }, true],
  [{ kind: 'reveal', race: 0 }, false],
  [{ kind: 'reveal', race: 0.5, step: 1 }, false],
  [{ kind: 'run', race: 0 }, false],
  ['ready', false],
  [null, false],
])('of %j the panel thinks %s', (message, isTaken) => {
  expect(isFromPage(message)).toBe(isTaken);
});

test('the page loads its own script and style, and nothing else', () => {
  const page = makePage({ script: 's.js', style: 's.css', source: 'https://own', nonce: 'abc' });
  const [, policy] = /content="([^"]+)"/u.exec(page) ?? [];
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    'style-src https://own',
    "script-src 'nonce-abc'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect([...page.matchAll(/<script[^>]*>/gu)].map(([tag]) => tag)).toEqual([
    '<script nonce="abc" src="s.js">',
  ]);
  expect(page).not.toMatch(/ on\w+=| style=/u);
});
