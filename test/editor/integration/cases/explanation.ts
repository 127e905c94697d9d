import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, changed, firstRaces, readyExtension, show, take, when } from '../editor.js';
import { RACY, READ_LINE, WRITE_LINE } from '../samples.js';
import type { Cases } from '../suites.js';

export const explanation: Cases = {
  'the command opens a panel beside the code, with the steps of the race at the cursor': async () => {
    const { explanation: shown } = await readyExtension();
    const { document } = await show('explained.ts', RACY);
    const [race] = await firstRaces(document.uri);
    placeCursor(race.range.start);
    await vscode.commands.executeCommand('interleave.explainRace');
    const { file, races } = await when(() => shown.current, shown.onDidChange);
    assert.equal(file, 'explained.ts');
    assert.equal(races.length, 1);
    const steps = races[0]?.steps ?? [];
    assert.deepEqual(new Set(steps.map(({ execution }) => execution)), new Set(['A', 'B']));
    assert.deepEqual(new Set(steps.map(({ line }) => line)), new Set([READ_LINE + 1, WRITE_LINE + 1]));
    assert.equal(steps.filter(({ loss }) => loss !== undefined).length, 1, 'one step loses something');
    await when(() => panels()[0], vscode.window.tabGroups.onDidChangeTabs);
    assert.equal(vscode.window.activeTextEditor?.document, document, 'the code keeps the focus');
  },

  'the light bulb opens the same panel': async () => {
    const { explanation: shown } = await readyExtension();
    const { document } = await show('explained-by-bulb.ts', RACY);
    const [race] = await firstRaces(document.uri);
    const action = (await actionsAt(document.uri, race.range)).find(({ title }) => /^Explain/u.test(title));
    assert.ok(action);
    await take(action);
    await when(() => shown.current?.file === 'explained-by-bulb.ts' || undefined, shown.onDidChange);
    assert.equal(panels().length, 1, 'there is one panel');
  },

  'the panel says so when the race is typed away, and follows it when it moves': async () => {
    const { explanation: shown } = await readyExtension();
    const editor = await show('explained-and-edited.ts', RACY);
    const [race] = await firstRaces(editor.document.uri);
    placeCursor(race.range.start);
    await vscode.commands.executeCommand('interleave.explainRace');
    await when(() => shown.current?.file === 'explained-and-edited.ts' || undefined, shown.onDidChange);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '// A line\n// and another.\n');
    });
    const isMoved = (): boolean =>
      shown.current?.state === 'current' && shown.current.races[0]?.steps.at(-1)?.line === WRITE_LINE + 3;
    await when(() => isMoved() || undefined, shown.onDidChange);
    await editor.edit((edit) => {
      edit.replace(editor.document.lineAt(WRITE_LINE + 2).range, '  await redis.incr(page);');
    });
    await when(() => shown.current?.state === 'gone' || undefined, shown.onDidChange);
  },

  'a panel that is closed is forgotten': async () => {
    const { explanation: shown } = await readyExtension();
    const [open] = panels();
    assert.ok(open, 'a panel is open');
    const closed = changed(shown.onDidChange, () => shown.current === undefined);
    await vscode.window.tabGroups.close(open);
    await closed;
    assert.deepEqual(panels(), []);
  },
};

function placeCursor(position: vscode.Position): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new vscode.Selection(position, position);
}

function panels(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.includes('interleave.explainRace'),
    );
}
