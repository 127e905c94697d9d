/** The bundled server, which has no node_modules beside it and another parser, says what the built one says. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../docs/markdown.js';
import { Client } from '../server/support/client.js';

/** Outside of the repository: nothing there can be found by accident. */
const folder = mkdtempSync(join(tmpdir(), 'interleave-bundle-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const dist = join(folder, 'dist');
mkdirSync(dist);
execFileSync(process.execPath, [join(root, 'scripts/build-extension.mjs'), '--release', '--into', dist]);
copyFileSync(join(root, 'extension/package.json'), join(folder, 'package.json'));

const built = await Client.start({ until: 'file' });
const bundled = await Client.start({ until: 'file', server: join(dist, 'server.js') });

const corpus = join(root, 'test/corpus');
const modules = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\/(?:racy|safe)\/[^/]+\.[mc]?[jt]sx?$/u.test(path))
  .sort()
  // Every rule, and a few of each.
  .filter((_, index) => index % 25 === 0);

async function reportsOf(client: Client, name: string, text: string): Promise<unknown> {
  const uri = client.fresh(name);
  client.open(uri, text);
  const items = await client.diagnostics(uri);
  return items.map(({ range, code, severity, message }) => ({ range, code, severity, message }));
}

test('there are modules to compare', () => {
  expect(modules.length).toBeGreaterThan(10);
});

test.each(modules)('on %s', async (path) => {
  const text = readFileSync(join(corpus, path), 'utf8');
  const name = path.split('/').at(-1) ?? '';
  expect(await reportsOf(bundled, name, text)).toEqual(await reportsOf(built, name, text));
});

test('a race is among what was compared', async () => {
  const text = 'let n = 0;\nexport async function add(f) { const before = n; await f(); n = before + 1; }\n';
  expect(await reportsOf(bundled, 'add.js', text)).toContainEqual(
    expect.objectContaining({ code: 'interleave/no-await-between-read-and-write' }),
  );
});
