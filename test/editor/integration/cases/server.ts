import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { firstRaces, noRaces, racesOf, readyExtension, show, when, writeInWorkspace } from '../editor.js';
import { RACY, SAFE, WRITE_LINE } from '../samples.js';
import type { Cases } from '../suites.js';

export const server: Cases = {
  'a restart keeps the documents that are open, with what was not saved': async () => {
    const { status } = await readyExtension();
    const editor = await show('restarted.ts', SAFE);
    const { document } = editor;
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(0, 0, document.lineCount, 0), RACY);
    });
    await firstRaces(document.uri);
    await vscode.commands.executeCommand('interleave.restartServer');
    await when(() => status.current.state === 'ok' || undefined, status.onDidChange);
    assert.equal(document.getText(), RACY);
    assert.equal((await firstRaces(document.uri)).length, 1);
    // The new server hears of what is typed.
    await editor.edit((edit) => {
      edit.replace(document.lineAt(WRITE_LINE).range, '  await redis.incr(page);');
    });
    await noRaces(document.uri);
  },

  'a check of the workspace reports files that are not open': async () => {
    const { workspaceCheck } = await readyExtension();
    const racy = await writeInWorkspace('checked/racy.ts', RACY);
    const safe = await writeInWorkspace('checked/safe.ts', SAFE);
    void vscode.commands.executeCommand('interleave.checkWorkspace');
    const result = await when(
      () => (workspaceCheck.current.kind === 'done' ? workspaceCheck.current : undefined),
      workspaceCheck.onDidChange,
    );
    assert.ok(result.files >= 2 && result.races >= 1, JSON.stringify(result));
    assert.equal((await firstRaces(racy)).length, 1);
    assert.deepEqual(racesOf(safe), []);
  },

  'what a check of the workspace has found is not told twice where the file is opened': async () => {
    const { workspaceCheck } = await readyExtension();
    assert.equal(workspaceCheck.current.kind, 'done');
    const { document } = await show('checked/racy.ts', RACY);
    await firstRaces(document.uri);
    // The editor's own diagnostics replace those of the check, in one order or the other.
    await when(
      () => racesOf(document.uri).length === 1 || undefined,
      vscode.languages.onDidChangeDiagnostics,
    );
  },
};
