import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SettingsError } from 'eslint-plugin-interleave';
import { afterAll, describe, expect, test } from 'vitest';
import { racesIn } from './support/races.js';

function refusal(settings: unknown): string {
  try {
    racesIn('export const a = 1;', { settings });
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'accepted';
}

const store = (model: object) => ({ stores: [{ id: 'board', packages: ['board'], ...model }] });

describe('settings that do not fit are refused, with the place and what fits there', () => {
  test.each([
    [{ locks: 'withLock' }, 'settings.interleave.locks: Invalid input: expected array, received string'],
    [{ lokcs: [] }, 'settings.interleave: Unrecognized key: "lokcs"'],
    ['all', 'settings.interleave: Invalid input: expected object, received string'],
    [
      { singleWriter: [1] },
      'settings.interleave.singleWriter[0]: Invalid input: expected string, received number',
    ],
    [
      { stores: [{}] },
      'settings.interleave.stores[0].id: Invalid input: expected string, received undefined',
    ],
    [
      store({ scope: 'planet' }),
      'settings.interleave.stores[0].scope: Invalid option: expected one of "process"|"host"|"distributed"',
    ],
    [
      store({ methods: { get: { operation: 'red' } } }),
      'settings.interleave.stores[0].methods.get.operation: Invalid option: expected one of "read"|"check"|',
    ],
    [
      store({ methods: { get: { operation: 'read', key: '0' } } }),
      'settings.interleave.stores[0].methods.get.key: Invalid argument: expected a position (0, 1, …), { from: position }, ' +
        '{ at: position, property: name }, { at: position, path: [names] }, { constant: text }, { together: [position, …] }, { names: position }, ' +
        `{ first: [argument, …] }, { link: name, at: position } or { of: 'receiver' }, not "0"`,
    ],
    [
      store({ methods: { get: { operation: 'read', key: { together: [] } } } }),
      'settings.interleave.stores[0].methods.get.key.together: Too small: expected array to have >=1 items',
    ],
    [
      store({ conventions: ['storage'] }),
      'settings.interleave.stores[0].conventions[0]: expected object.property',
    ],
    [
      store({ methods: { put: { operation: 'write', key: 0, single: { operation: 'wright' } } } }),
      'settings.interleave.stores[0].methods.put.single.operation: Invalid option',
    ],
    [
      store({ methods: { 'json.get': { operation: 'read', keys: 0 } } }),
      'settings.interleave.stores[0].methods["json.get"]: Unrecognized key: "keys"',
    ],
  ])('%j', (settings, message) => {
    expect(refusal(settings)).toContain(message);
  });

  test('every place is named at once', () => {
    expect(refusal({ locks: 1, owned: 2 }).split('\n')).toHaveLength(3);
  });

  test('settings that fit are taken, whatever was refused before', () => {
    expect(refusal(undefined)).toBe('accepted');
    expect(refusal('all')).not.toBe('accepted');
    expect(refusal({})).toBe('accepted');
    expect(refusal(store({ methods: { get: { operation: 'read', key: 0 } } }))).toBe('accepted');
  });
});

describe('eslint, as a user runs it', () => {
  const folders: string[] = [];
  afterAll(async () => {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  });

  test.each(['eslint', 'eslint-v9'])(
    '%s ends with 2 and a message, and shows no stack of ours',
    async (eslint) => {
      const folder = await mkdtemp(join(tmpdir(), 'interleave-settings-'));
      folders.push(folder);
      const plugin = JSON.stringify(import.meta.resolve('eslint-plugin-interleave'));
      const config = `import interleave from ${plugin};
      export default [interleave.configs.recommended, { settings: { interleave: { locks: 1 } } }];`;
      await writeFile(join(folder, 'eslint.config.mjs'), config);
      await writeFile(join(folder, 'a.mjs'), 'export const a = 1;');
      const { code, stderr } = await run(eslint, folder);
      expect(code).toBe(2);
      expect(stderr).toContain('settings.interleave.locks: Invalid input: expected array, received number');
      expect(stderr).not.toMatch(/^\s+at /mu);
    },
  );
});

function run(eslint: string, cwd: string): Promise<{ code: number | null; stderr: string }> {
  const bin = join(
    dirname(createRequire(import.meta.url).resolve(`${eslint}/package.json`)),
    'bin/eslint.js',
  );
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, '.'], { cwd }, (_, _stdout, stderr) => {
      resolve({ code: child.exitCode, stderr });
    });
  });
}
