import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { firstRaces, pathInWorkspace, PLUGIN, show, writeInWorkspace } from '../editor.js';
import { configThatWrites, RACY } from '../samples.js';
import type { Cases } from '../suites.js';

export const untrusted: Cases = {
  'the window is in restricted mode': () => {
    assert.equal(vscode.workspace.isTrusted, false);
    return Promise.resolve();
  },

  "races are reported, and the workspace's configuration is not run": async () => {
    const trace = pathInWorkspace('configuration-ran');
    await writeInWorkspace('eslint.config.mjs', configThatWrites(trace, PLUGIN));
    const { document } = await show('untrusted.ts', RACY);
    assert.equal((await firstRaces(document.uri)).length, 1);
    assert.equal(existsSync(trace), false);
  },
};
