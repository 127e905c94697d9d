import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION, firstRaces, readyExtension, show } from '../editor.js';
import { RACY, SAFE } from '../samples.js';
import type { Cases } from '../suites.js';

export const activation: Cases = {
  'starts when a TypeScript file is opened, and not before': async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, 'the extension is installed');
    assert.equal(extension.isActive, false);
    await show('activation.ts', SAFE);
    // VS Code tells nobody when an extension has become active; `activate` joins an activation under way.
    await extension.activate();
    assert.equal(extension.isActive, true);
  },

  'has a server that answers': async () => {
    await readyExtension();
  },

  'has every command that it names': async () => {
    await readyExtension();
    const known = await vscode.commands.getCommands(true);
    const { contributes } = vscode.extensions.getExtension(EXTENSION)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const missing = contributes.commands
      .map(({ command }) => command)
      .filter((name) => !known.includes(name));
    assert.deepEqual(missing, []);
    assert.ok(contributes.commands.length >= 6);
  },

  'leaves other languages alone': async () => {
    const text = await show('race.txt', RACY);
    const typescript = await show('race.ts', RACY);
    await firstRaces(typescript.document.uri);
    assert.deepEqual(vscode.languages.getDiagnostics(text.document.uri), []);
  },
};
