/** What goes wrong in an editor's day: whatever it is, what comes next is answered, and rightly. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import plugin from 'eslint-plugin-interleave';
import { root } from '../docs/markdown.js';
import { Client, makeFolder, PUSH } from './support/client.js';
import { linesOf, RACE_LINE, RACY, SAFE } from './support/samples.js';

const PLUGIN = pathToFileURL(join(root, 'eslint-plugin/dist/index.js')).href;
const PARSER = pathToFileURL(join(root, 'node_modules/@typescript-eslint/parser/dist/index.js')).href;

/** A workspace whose parser ends the thread that uses it, at a word in the text. */
const DEADLY = `import interleave from '${PLUGIN}';
import * as typescript from '${PARSER}';
const parser = {
  meta: { name: 'deadly' },
  parseForESLint(text, options) {
    if (text.includes('DIE')) process.exit(9);
    return typescript.parseForESLint(text, options);
  },
};
const rules = ${JSON.stringify(Object.fromEntries(Object.keys(plugin.rules).map((name) => [`interleave/${name}`, 'error'])))};
export default [{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { interleave }, rules }];
`;

test('rapid edits: every version that is published is newer than the last, and the newest comes', async () => {
  const client = await Client.start({ capabilities: PUSH });
  const uri = client.uri('hits.ts');
  client.open(uri, RACY, 1);
  for (let version = 2; version <= 100; version++) {
    const start = { line: 1, character: 0 };
    client.change(uri, version, { range: { start, end: start }, text: '\n' });
  }
  const last = await client.published(uri, 100);
  expect(linesOf(last.diagnostics)).toEqual([RACE_LINE + 99]);
  const versions = client
    .take<{ version: number }>('textDocument/publishDiagnostics')
    .map(({ version }) => version);
  expect([...versions].sort((a, b) => a - b)).toEqual(versions);
  expect(versions.every((version) => version < 100)).toBe(true);
  await client.shutdown();
  expect(client.rest()).toEqual([]);
});

test('closed during its check: nothing more is said of it but that it has none', async () => {
  const client = await Client.start({ capabilities: PUSH });
  const uri = client.uri('hits.ts');
  client.open(uri, RACY);
  client.close(uri);
  expect(await client.published(uri)).toEqual({ uri, diagnostics: [] });
  const other = client.uri('other.ts');
  client.open(other, RACY);
  await client.published(other);
  await client.shutdown();
  expect(client.rest()).toEqual([]);
});

test('a storm of requests that are cancelled: each is answered as cancelled, and the next one rightly', async () => {
  const client = await Client.start();
  const uri = client.uri('hits.ts');
  client.open(uri, RACY);
  const storm = Array.from({ length: 200 }, async (_, index) => {
    const source = new CancellationTokenSource();
    const start = { line: 0, character: 0 };
    client.change(uri, index + 2, { range: { start, end: start }, text: ' ' });
    const answer = client.connection
      .sendRequest<DocumentDiagnosticReport>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
        source.token,
      )
      .then(
        () => 'answered',
        (error: unknown) => (error as { code: number }).code,
      );
    source.cancel();
    return answer;
  });
  expect(new Set(await Promise.all(storm))).toEqual(new Set([-32800]));
  expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
});

test('a storm of restarts: the last one counts, and no document is lost', async () => {
  const client = await Client.start();
  const uris = ['a.ts', 'b.ts', 'c.ts'].map((name) => client.uri(name));
  for (const uri of uris) client.open(uri, RACY);
  await Promise.all(Array.from({ length: 25 }, () => client.command('interleave.server.restart')));
  for (const uri of uris) expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
  expect(await client.shutdown()).toBe(0);
});

test('a thread that dies is started again: what killed it is given up, the rest is checked', async () => {
  const client = await Client.start({ folders: [makeFolder({ 'eslint.config.mjs': DEADLY })] });
  const [bad, good] = [client.uri('bad.ts'), client.uri('good.ts')];
  client.open(bad, `${RACY}// DIE`);
  client.open(good, RACY);
  expect(linesOf(await client.diagnostics(good))).toEqual([RACE_LINE]);
  expect(await client.diagnostics(bad)).toEqual([]);
  client.change(bad, 2, { text: RACY });
  expect(linesOf(await client.diagnostics(bad))).toEqual([RACE_LINE]);
});

test('a thread that dies over and over stays stopped until it is restarted, and then loses no document', async () => {
  const client = await Client.start({ folders: [makeFolder({ 'eslint.config.mjs': DEADLY })] });
  const uris = ['a.ts', 'b.ts', 'c.ts'].map((name) => client.uri(name));
  for (const uri of uris) client.open(uri, `${RACY}// DIE`);
  expect(await client.next('window/showMessageRequest')).toMatchObject({ actions: [{ title: 'Restart' }] });
  const last = uris.at(-1) ?? '';
  await expect(client.pull(last)).rejects.toMatchObject({ code: -32802, data: { retriggerRequest: false } });
  for (const uri of uris) client.change(uri, 2, { text: RACY });
  await client.command('interleave.server.restart');
  for (const uri of uris) expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
}, 240_000);

test('a file of 50,000 lines is checked, and what is asked meanwhile of others is answered', async () => {
  const client = await Client.start();
  const filler = Array.from(
    { length: 12_500 },
    (_, n) => `export function f${n}(a: number) {\n  const b = a + ${n};\n  return b;\n}`,
  );
  const long = client.uri('long.ts');
  client.open(long, `${RACY}${filler.join('\n')}\n`);
  expect(linesOf(await client.diagnostics(long))).toEqual([RACE_LINE]);
  const start = { line: 1, character: 0 };
  client.change(long, 2, { range: { start, end: start }, text: '\n' });
  expect(await client.codeActions(long, [])).toEqual([]);
  expect(linesOf(await client.diagnostics(long))).toEqual([RACE_LINE + 1]);
}, 240_000);

test.each([
  ['untitled:Untitled-1', 'typescript'],
  ['vscode-vfs://github/owner/repository/hits.ts', 'typescript'],
  ['vscode-notebook-cell:/home/me/n.ipynb#W0sZmlsZQ%3D%3D', 'javascript'],
])('what is no file is checked by its language: %s', async (uri, language) => {
  const client = await Client.start();
  const text = language === 'javascript' ? RACY.replaceAll(/: (?:string|Promise<void>)/gu, '') : RACY;
  client.open(uri, text, 1, language);
  expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
});

test('a language of others has no diagnostics', async () => {
  const client = await Client.start();
  client.open(client.uri('hits.py'), 'x = 1', 1, 'python');
  client.open('untitled:Untitled-2', '# text', 1, 'markdown');
  expect(await client.diagnostics(client.uri('hits.py'))).toEqual([]);
  expect(await client.diagnostics('untitled:Untitled-2')).toEqual([]);
});

test('opened twice, changed before it is opened, closed twice: it is as the last message says', async () => {
  const client = await Client.start();
  const uri = client.uri('hits.ts');
  client.change(uri, 1, { text: RACY });
  client.open(uri, SAFE);
  client.open(uri, RACY);
  expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
  client.close(uri);
  client.close(uri);
  expect(await client.diagnostics(uri)).toEqual([]);
});
