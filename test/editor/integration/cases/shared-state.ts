import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InterleaveApi } from '../../../../extension/src/api.js';
import { firstRaces, readyExtension, show, when } from '../editor.js';
import { RACY, READ_LINE, WRITE_LINE } from '../samples.js';
import type { Cases } from '../suites.js';

export const sharedState: Cases = {
  'the tree shows what the file in front shares, and where': async () => {
    const api = await readyExtension();
    const { document } = await show('shared.ts', RACY);
    await vscode.commands.executeCommand('interleave.showSharedState');
    const [resource] = await treeOf(api, document.uri, 2);
    assert.match(resource.label, /page/u);
    assert.equal(resource.isGuarded, false);
    assert.deepEqual(
      resource.accesses.map(({ location }) => location.range.start.line),
      [READ_LINE, WRITE_LINE],
    );
    assert.deepEqual(
      resource.accesses.map(({ changes }) => changes),
      [false, true],
    );
  },

  'it changes as one types, saved or not': async () => {
    const api = await readyExtension();
    const editor = await show('shared-and-edited.ts', RACY);
    await vscode.commands.executeCommand('interleave.showSharedState');
    await treeOf(api, editor.document.uri, 2);
    await editor.edit((edit) => {
      edit.insert(editor.document.lineAt(WRITE_LINE).range.end, '\n  await redis.del(page);');
    });
    const [resource] = await treeOf(api, editor.document.uri, 3);
    assert.equal(resource.accesses[2]?.location.range.start.line, WRITE_LINE + 1);
    assert.equal(editor.document.isDirty, true);
  },

  'it follows the file in front': async () => {
    const api = await readyExtension();
    const first = await show('shared-first.ts', RACY);
    await vscode.commands.executeCommand('interleave.showSharedState');
    await treeOf(api, first.document.uri, 2);
    const second = await show('shared-second.ts', RACY.replaceAll('page', 'site'));
    const [resource] = await treeOf(api, second.document.uri, 2);
    assert.match(resource.label, /site/u);
  },

  'CodeLenses are off until one asks for them': async () => {
    await readyExtension();
    const { document } = await show('lenses.ts', RACY);
    await firstRaces(document.uri);
    assert.deepEqual(await lensesOf(document.uri), []);
    const settings = vscode.workspace.getConfiguration('interleave');
    await settings.update('codeLens', true, vscode.ConfigurationTarget.Workspace);
    try {
      const [lens, ...others] = await lensesOf(document.uri);
      assert.match(lens?.command?.title ?? '', /^2 accesses, \d unguarded$/u);
      assert.deepEqual(others, []);
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
  },
};

type Tree = InterleaveApi['sharedState']['current'];

/** The tree, as soon as it shows a resource of this file with so many accesses. */
function treeOf(
  { sharedState: tree }: InterleaveApi,
  uri: vscode.Uri,
  accesses: number,
): Promise<[Tree[number], ...Tree]> {
  return when(() => {
    const [first, ...others] = tree.current;
    const isThis = first?.accesses.length === accesses && first.accesses[0]?.location.uri === uri.toString();
    return isThis ? [first, ...others] : undefined;
  }, tree.onDidChange);
}

function lensesOf(uri: vscode.Uri): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
}
