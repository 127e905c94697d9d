/** What VS Code calls in its extension host, wherever it runs: `run()` resolves when every test has passed. */
import { writeFileSync } from 'node:fs';
import { suitesOf, type Outcome } from './suites.js';

export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  // A safety net only: tests wait for events.
  const mocha = new Mocha({ timeout: 120_000, reporter: 'spec' });
  for (const [name, cases] of Object.entries(suitesOf(process.env['INTERLEAVE_SUITES']))) {
    const suite = Mocha.Suite.create(mocha.suite, name);
    for (const [title, body] of Object.entries(cases)) suite.addTest(new Mocha.Test(title, body));
  }
  const outcomes: Outcome[] = [];
  const failures = await new Promise<number>((resolve) => {
    const tell = (test: Mocha.Test, error?: Error): void => {
      const common = { suite: test.parent?.title ?? '', title: test.title, milliseconds: test.duration ?? 0 };
      outcomes.push(error ? { ...common, error: error.stack ?? String(error) } : common);
    };
    mocha.run(resolve).on('pass', tell).on('fail', tell);
  });
  const file = process.env['INTERLEAVE_OUTCOMES'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
