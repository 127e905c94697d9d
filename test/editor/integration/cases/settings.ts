import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION, firstRaces, noRaces, racesOf, readyExtension, show, withSetting } from '../editor.js';
import { POSSIBLE, RACY } from '../samples.js';
import type { Cases } from '../suites.js';

export const settings: Cases = {
  'there are at most 12, and each is described': () => {
    const { contributes } = vscode.extensions.getExtension(EXTENSION)?.packageJSON as Manifest;
    const properties = Object.entries(contributes.configuration.properties);
    assert.ok(properties.length > 0 && properties.length <= 12);
    for (const [name, { description, markdownDescription }] of properties)
      assert.ok((description ?? markdownDescription ?? '').length > 10, name);
    return Promise.resolve();
  },

  'nothing is reported while it is switched off, and again when it is on': async () => {
    await readyExtension();
    const { document } = await show('switched.ts', RACY);
    await firstRaces(document.uri);
    await withSetting('enable', false, () => noRaces(document.uri));
    await firstRaces(document.uri);
  },

  'possible races are reported where one asks for them': async () => {
    await readyExtension();
    const possible = await show('possible.ts', POSSIBLE);
    const certain = await show('certain.ts', RACY);
    await firstRaces(certain.document.uri);
    assert.deepEqual(racesOf(possible.document.uri), []);
    await withSetting('level', 'strict', async () => {
      await firstRaces(possible.document.uri);
    });
    await noRaces(possible.document.uri);
  },
};

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<Record<string, { description?: string; markdownDescription?: string }>>;
    };
  };
}
