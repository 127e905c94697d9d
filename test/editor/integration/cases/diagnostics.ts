import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { firstRaces, hintsOf, noRaces, racesOf, readyExtension, show, when } from '../editor.js';
import { RACY, READ_LINE, SAFE, WRITE_LINE } from '../samples.js';
import type { Cases } from '../suites.js';

export const diagnostics: Cases = {
  'a race is reported in a folder with no ESLint in it': async () => {
    const { document } = await show('reported.ts', RACY);
    const [race, ...others] = await firstRaces(document.uri);
    assert.deepEqual(others, []);
    assert.equal(race.range.start.line, WRITE_LINE);
    assert.equal(race.severity, vscode.DiagnosticSeverity.Error);
    assert.match(race.message, /^Lost update/);
  },

  'the report names its rule and links to its page': async () => {
    const { document } = await show('rule.ts', RACY);
    const [{ code }] = await firstRaces(document.uri);
    assert.ok(typeof code === 'object');
    assert.equal(code.value, 'interleave/no-get-then-set');
    assert.match(code.target.toString(), /no-get-then-set\.md$/);
  },

  'related information leads to the steps, and hints lead back': async () => {
    const { document } = await show('related.ts', RACY);
    const [{ relatedInformation = [] }] = await firstRaces(document.uri);
    const lines = relatedInformation.map(({ location }) => location.range.start.line);
    assert.ok(lines.includes(READ_LINE) && lines.includes(WRITE_LINE), `lines ${lines.join(', ')}`);
    for (const { location } of relatedInformation)
      assert.equal(location.uri.toString(), document.uri.toString());
    const hint = hintsOf(document.uri).find(({ range }) => range.start.line === READ_LINE);
    assert.ok(hint, 'the read has a hint');
    assert.equal(hint.relatedInformation?.[0]?.location.range.start.line, WRITE_LINE);
  },

  'a safe file has no report, beside a racy one that has': async () => {
    const safe = await show('safe.ts', SAFE);
    const racy = await show('racy.ts', RACY);
    await firstRaces(racy.document.uri);
    assert.deepEqual(racesOf(safe.document.uri), []);
  },

  'the report goes as the race is typed away, and comes back with it': async () => {
    const editor = await show('typed.ts', RACY);
    const { document } = editor;
    await firstRaces(document.uri);
    const write = document.lineAt(WRITE_LINE).range;
    await editor.edit((edit) => {
      edit.replace(write, '  await redis.incr(page);');
    });
    await noRaces(document.uri);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), RACY);
    await firstRaces(document.uri);
  },

  'JavaScript and React files are checked': async () => {
    const javascript = RACY.replace('page: string', 'page').replace(': Promise<void>', '');
    for (const name of ['plain.js', 'module.mjs', 'view.jsx', 'view.tsx']) {
      const text = name.endsWith('tsx') ? RACY : javascript;
      const { document } = await show(name, text);
      assert.equal((await firstRaces(document.uri)).length, 1, name);
    }
  },

  'a text that was never saved is checked': async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: RACY });
    await vscode.window.showTextDocument(document);
    assert.equal((await firstRaces(document.uri)).length, 1);
  },

  'a file with Windows line ends has its report at the same place': async () => {
    const { document } = await show('windows.ts', RACY.replaceAll('\n', '\r\n'));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    const [race] = await firstRaces(document.uri);
    assert.equal(race.range.start.line, WRITE_LINE);
    assert.equal(document.getText(race.range), RACY.split('\n')[WRITE_LINE]?.slice(8, -1));
  },

  'the hover at either end tells the interleaving': async () => {
    await readyExtension();
    const { document } = await show('hover.ts', RACY);
    const [race] = await firstRaces(document.uri);
    for (const place of [race.range.start, new vscode.Position(READ_LINE, 30)]) {
      const text = await hoverText(document.uri, place);
      assert.match(text, /Lost update/);
      assert.match(text, /\bA\b/);
      assert.match(text, /\bB\b/);
    }
  },

  'what is closed and deleted is no longer reported': async () => {
    const { document } = await show('deleted.ts', RACY);
    await firstRaces(document.uri);
    await vscode.workspace.fs.delete(document.uri);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await when(
      () => racesOf(document.uri).length === 0 || undefined,
      vscode.languages.onDidChangeDiagnostics,
    );
  },
};

async function hoverText(uri: vscode.Uri, place: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    place,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}
