import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { firstRaces, pathInWorkspace, PLUGIN, racesOf, show, writeInWorkspace } from '../editor.js';
import { configThatWrites, RACY } from '../samples.js';
import type { Cases } from '../suites.js';

export const configuration: Cases = {
  "in a trusted folder the workspace's ESLint configuration counts": async () => {
    const trace = pathInWorkspace('configured/configuration-ran');
    await writeInWorkspace('configured/eslint.config.mjs', configThatWrites(trace, PLUGIN));
    const configured = await show('configured/off.ts', RACY);
    const other = await show('unconfigured.ts', RACY);
    await firstRaces(other.document.uri);
    assert.deepEqual(racesOf(configured.document.uri), []);
    assert.equal(existsSync(trace), true);
  },
};
