import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { describe, expect, test } from 'vitest';
import plugin from 'eslint-plugin-interleave';
import type { StatusParams } from 'interleave-language-server/protocol';
import { root } from '../docs/markdown.js';
import { Client, makeFolder, uriOf, write } from './support/client.js';
import { hintsIn, linesOf, racesIn, RACE_LINE, RACY } from './support/samples.js';

const PLUGIN = pathToFileURL(join(root, 'eslint-plugin/dist/index.js')).href;
const RULES = Object.keys(plugin.rules);

/** A configuration that has every rule at a severity. */
function configAt(severity: 'off' | 'warn' | 'error', more = '{}', namespace = 'interleave'): string {
  const rules = Object.fromEntries(RULES.map((name) => [`${namespace}/${name}`, severity]));
  return `import interleave from '${PLUGIN}';
    const rules = ${JSON.stringify(rules)};
    export default [{ files: ['**/*.ts'] }, { plugins: { ${JSON.stringify(namespace)}: interleave } }, { rules }, ${more}];`;
}

interface Registered {
  readonly registrations: readonly unknown[];
}

async function open(files: Record<string, string>, options: Parameters<typeof Client.start>[0] = {}) {
  const folder = makeFolder(files);
  const client = await Client.start({ folders: [folder], ...options });
  const uri = client.uri('src/hits.ts');
  client.open(uri, RACY);
  return { client, folder, uri };
}

describe('where the workspace’s ESLint configuration uses the plugin', () => {
  test('its severities count', async () => {
    const { client, uri } = await open({ 'eslint.config.mjs': configAt('warn') });
    const [race] = racesIn(await client.diagnostics(uri));
    expect(race?.severity).toBe(DiagnosticSeverity.Warning);
  });

  test('a rule that is off reports nothing', async () => {
    const { client, uri } = await open({ 'eslint.config.mjs': configAt('off') });
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test('its ignores count', async () => {
    const { client, uri } = await open({ 'eslint.config.mjs': configAt('error', "{ ignores: ['src/'] }") });
    expect(await client.diagnostics(uri)).toEqual([]);
    const other = client.uri('other.ts');
    client.open(other, RACY);
    expect(linesOf(await client.diagnostics(other))).toEqual([RACE_LINE]);
  });

  test('its settings count', async () => {
    const settings = "{ settings: { interleave: { singleWriter: ['redis'] } } }";
    const { client, uri } = await open({ 'eslint.config.mjs': configAt('error', settings) });
    expect(linesOf(await client.diagnostics(uri))).toEqual([]);
  });

  test('the plugin may have another name there', async () => {
    const { client, uri } = await open({ 'eslint.config.mjs': configAt('error', '{}', 'races') });
    const [race] = racesIn(await client.diagnostics(uri));
    expect(String(race?.code)).toMatch(/^races\//u);
  });

  test('rules of others do not matter, even if they do not exist', async () => {
    const { client, uri } = await open({
      'eslint.config.mjs': configAt('error', "{ rules: { 'gone/rule': 'error' } }"),
    });
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
  });

  test('the nearest one counts, in each folder', async () => {
    const folders = [makeFolder({ 'eslint.config.mjs': configAt('off') }), makeFolder()];
    write(join(folders[0] ?? '', 'packages/a/eslint.config.js'), configAt('error'));
    write(join(folders[0] ?? '', 'packages/a/package.json'), '{ "type": "module" }');
    const client = await Client.start({ folders });
    const lines = [];
    for (const path of ['src/x.ts', 'packages/a/x.ts', '../x.ts'].map((name) =>
      join(folders[0] ?? '', name),
    )) {
      client.open(uriOf(path), RACY);
      lines.push(linesOf(await client.diagnostics(uriOf(path))));
    }
    const other = uriOf(join(folders[1] ?? '', 'x.ts'));
    client.open(other, RACY);
    lines.push(linesOf(await client.diagnostics(other)));
    expect(lines).toEqual([[], [RACE_LINE], [RACE_LINE], [RACE_LINE]]);
  });

  test('a change of a module that it imports is taken over', async () => {
    const { client, folder, uri } = await open({
      'eslint.config.mjs': "export { default } from './tools/lint.mjs';",
      'tools/lint.mjs': configAt('off'),
    });
    expect(await client.diagnostics(uri)).toEqual([]);
    write(join(folder, 'tools/lint.mjs'), configAt('error'));
    client.changedOnDisk(uriOf(join(folder, 'tools/lint.mjs')));
    await client.next('workspace/diagnostic/refresh');
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
  });

  test('what it consists of is watched, though it is no source or lies elsewhere', async () => {
    const elsewhere = makeFolder({ 'base.mjs': configAt('off') });
    const { client, folder, uri } = await open({
      'eslint.config.mjs': `import { createRequire } from 'node:module';
        import base from '../${basename(elsewhere)}/base.mjs';
        const require = createRequire(import.meta.url);
        const { severity } = require('./severity.json');
        const rules = Object.fromEntries(Object.keys(base[2].rules).map((name) => [name, severity]));
        export default [...base, { rules }];`,
      'severity.json': '{ "severity": "off" }',
    });
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.next<Registered>('client/registerCapability', ({ registrations }) =>
      ['/severity.json', '/base.mjs'].every((name) => JSON.stringify(registrations).includes(name)),
    );
    write(join(folder, 'severity.json'), '{ "severity": "error" }');
    client.changedOnDisk(uriOf(join(folder, 'severity.json')));
    await client.next('workspace/diagnostic/refresh');
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
  });

  test('a configuration that comes later is taken over', async () => {
    const { client, folder, uri } = await open({});
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
    write(join(folder, 'eslint.config.mjs'), configAt('off'));
    client.changedOnDisk(uriOf(join(folder, 'eslint.config.mjs')));
    await client.next('workspace/diagnostic/refresh');
    expect(await client.diagnostics(uri)).toEqual([]);
  });
});

describe('a configuration that cannot be used is told of, and the bundled one counts', () => {
  test.each([
    ['throws', "throw new Error('not today');"],
    ['does not parse', 'export default ['],
    ['is no array of objects', "export default ['recommended'];"],
  ])('because it %s', async (_, text) => {
    const { client, uri } = await open({ 'eslint.config.mjs': text });
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
    expect(await client.next('window/showMessage')).toMatchObject({
      message: expect.stringContaining('eslint.config.mjs') as unknown,
    });
  });

  test('because it ends the thread that loads it', async () => {
    const { client, uri } = await open({ 'eslint.config.mjs': 'process.exit(3);' });
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
    expect(await client.next('window/showMessage')).toMatchObject({
      message: expect.stringContaining('eslint.config.mjs') as unknown,
    });
  });

  test('settings that do not fit are told of', async () => {
    const settings = '{ settings: { interleave: { locks: 1 } } }';
    const { client, uri } = await open({ 'eslint.config.mjs': configAt('error', settings) });
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(await client.next('window/showMessage')).toMatchObject({
      message: expect.stringContaining('settings.interleave') as unknown,
    });
  });
});

describe('a workspace that is not trusted', () => {
  const WRITES =
    "import { writeFileSync } from 'node:fs'; writeFileSync(new URL('./ran', import.meta.url), 'x');";

  test('runs none of its JavaScript', async () => {
    const files = {
      'eslint.config.mjs': `${WRITES}\n${configAt('off')}`,
      'node_modules/eslint/package.json': '{ "main": "index.js", "type": "module" }',
      'node_modules/eslint/index.js': WRITES,
      'node_modules/eslint-plugin-interleave/package.json': '{ "main": "index.js", "type": "module" }',
      'node_modules/eslint-plugin-interleave/index.js': WRITES,
      'node_modules/@typescript-eslint/parser/index.js': WRITES,
    };
    const { client, folder, uri } = await open(files, { options: { isTrusted: false } });
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
    await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
    client.changedOnDisk(uriOf(join(folder, 'eslint.config.mjs')));
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
    expect(await client.shutdown()).toBe(0);
    for (const place of ['ran', 'node_modules/eslint/ran', 'node_modules/eslint-plugin-interleave/ran'])
      expect(existsSync(join(folder, place))).toBe(false);
  });

  test('does so once it is trusted', async () => {
    const files = { 'eslint.config.mjs': `${WRITES}\n${configAt('off')}` };
    const { client, folder, uri } = await open(files, { options: { isTrusted: false } });
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { interleave: { isTrusted: true } },
    });
    await client.next('workspace/diagnostic/refresh');
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(existsSync(join(folder, 'ran'))).toBe(true);
  });
});

describe('options', () => {
  test('say whether the workspace’s configuration is followed', async () => {
    const { client, uri } = await open(
      { 'eslint.config.mjs': configAt('off') },
      { options: { useESLintConfig: false } },
    );
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
  });

  test('that do not fit are told of, and the rest works', async () => {
    const { client, uri } = await open({}, { options: { level: 'loud' } as never });
    expect(await client.next('window/showMessage')).toMatchObject({
      message: expect.stringContaining('level') as unknown,
    });
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
  });

  test('say whether the state of the server is told', async () => {
    const { client, uri } = await open({}, { options: { status: true } });
    await client.diagnostics(uri);
    expect(await client.next<StatusParams>('interleave/status', ({ busy }) => busy)).toMatchObject({
      health: 'ok',
    });
    expect(await client.next<StatusParams>('interleave/status', ({ busy }) => !busy)).toMatchObject({
      health: 'ok',
    });
  });
});

describe('beside ESLint’s own extension', () => {
  test('what ESLint reports is not reported again: hints, hover and the explanation are left', async () => {
    const { client, uri } = await open(
      { 'eslint.config.mjs': configAt('error') },
      { options: { companion: true } },
    );
    const diagnostics = await client.diagnostics(uri);
    expect(racesIn(diagnostics)).toEqual([]);
    const hint = hintsIn(diagnostics).find(({ range }) => range.start.line === RACE_LINE);
    expect(hint?.relatedInformation?.length).toBeGreaterThan(4);
    expect((await client.codeActions(uri, diagnostics)).map(({ title }) => title)).toEqual([
      'Explain this race',
    ]);
    expect(await client.hover(uri, RACE_LINE, 10)).not.toBeNull();
  });

  test('what ESLint does not report is', async () => {
    const { client, uri } = await open({}, { options: { companion: true } });
    expect(linesOf(await client.diagnostics(uri))).toEqual([RACE_LINE]);
  });
});
