import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, firstRaces, noRaces, racesOf, show, take } from '../editor.js';
import { RACY, WRITE_LINE } from '../samples.js';
import type { Cases } from '../suites.js';

const REWRITE = /\bincr/i;

export const codeActions: Cases = {
  'the light bulb offers rewrites, an explanation, to disable, and the page': async () => {
    const { document } = await show('offers.ts', RACY);
    const [race] = await firstRaces(document.uri);
    const titles = (await actionsAt(document.uri, race.range)).map(({ title }) => title);
    for (const expected of [REWRITE, /^Explain this race/, /^Disable .* for this line/, /documentation/i])
      assert.ok(
        titles.some((title) => expected.test(title)),
        `${String(expected)} in:\n${titles.join('\n')}`,
      );
    assert.ok(REWRITE.test(titles[0] ?? ''), `a rewrite comes first: ${titles.join(', ')}`);
  },

  'a rewrite makes the report go': async () => {
    const { document } = await show('rewritten.ts', RACY);
    await choose(document.uri, REWRITE);
    await noRaces(document.uri);
    assert.match(document.getText(), /redis\.incr\(page\)/);
    assert.doesNotMatch(document.getText(), /redis\.set/);
  },

  'a rewrite keeps Windows line ends': async () => {
    const { document } = await show('rewritten-windows.ts', RACY.replaceAll('\n', '\r\n'));
    await choose(document.uri, REWRITE);
    await noRaces(document.uri);
    assert.match(document.getText(), /redis\.incr\(page\)/);
    assert.doesNotMatch(document.getText(), /(?<!\r)\n/);
  },

  'one undo takes a rewrite back': async () => {
    const { document } = await show('undone.ts', RACY);
    await choose(document.uri, REWRITE);
    await noRaces(document.uri);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), RACY);
    await firstRaces(document.uri);
  },

  'the rule can be disabled for the line, with a place for the reason': async () => {
    const { document } = await show('disabled.ts', RACY);
    await choose(document.uri, /^Disable .* for this line/);
    await noRaces(document.uri);
    const comment = document.lineAt(WRITE_LINE).text;
    assert.match(comment, /eslint-disable-next-line interleave\/no-get-then-set -- \S/);
    assert.deepEqual(racesOf(document.uri), []);
  },

  'nothing is fixed on save': async () => {
    const { document } = await show('saved.ts', RACY);
    const [race] = await firstRaces(document.uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      race.range,
      vscode.CodeActionKind.SourceFixAll.value,
    );
    const own = actions.filter(({ title }) => /redis|race|lock/i.test(title));
    assert.deepEqual(own, []);
  },
};

/** Takes the first action with such a title. */
async function choose(uri: vscode.Uri, title: RegExp): Promise<void> {
  const [race] = await firstRaces(uri);
  const actions = await actionsAt(uri, race.range);
  const action = actions.find((each) => title.test(each.title));
  assert.ok(action, `${String(title)} in:\n${actions.map((each) => each.title).join('\n')}`);
  await take(action);
}
