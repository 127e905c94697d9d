/** Shared state as the tree and the lenses show it. */
import { describe, expect, test } from 'vitest';
import type { SharedAccess, SharedResource } from 'interleave-language-server/protocol';
import { lensesOf } from '../../extension/src/shared-state/lens-model.js';
import { buildTree } from '../../extension/src/shared-state/tree-model.js';

const A = 'file:///shop/a.ts';
const B = 'file:///shop/b.ts';

function range(line: number) {
  return { start: { line, character: 2 }, end: { line, character: 6 } };
}

function access(uri: string, line: number, given: Partial<SharedAccess> = {}): SharedAccess {
  const location = { uri, range: range(line) };
  return { operation: 'read', method: 'get', location, guarded: 'none', guards: [], ...given };
}

const key: SharedResource = {
  store: 'ioredis',
  scope: 'distributed',
  receiver: 'redis',
  key: 'hits',
  accesses: [access(A, 3), access(A, 5, { operation: 'write', method: 'set' })],
};
const variable: SharedResource = {
  store: 'memory',
  scope: 'process',
  receiver: 'total',
  key: 'total',
  declaration: { uri: A, range: range(1) },
  accesses: [
    access(A, 8, {
      guarded: 'full',
      guards: [{ kind: 'lock', on: 'mutex', range: range(7) }],
      method: 'read',
    }),
    access(A, 9, { guarded: 'partial', operation: 'write', method: 'assignment' }),
  ],
};

describe('the tree', () => {
  test('has a node for each resource, and below it its accesses, guarded or not', () => {
    const [first, second] = buildTree(new Map([[A, [key, variable]]]));
    expect(first).toMatchObject({
      label: 'hits',
      description: '2 of 2 unguarded · ioredis',
      isGuarded: false,
    });
    expect(first?.accesses.map(({ label, description }) => [label, description])).toEqual([
      ['read (get)', 'line 4 · unguarded'],
      ['write (set)', 'line 6 · unguarded'],
    ]);
    expect(second).toMatchObject({ label: 'total', description: '1 of 2 unguarded · memory' });
    expect(second?.accesses.map(({ label, description }) => [label, description])).toEqual([
      ['read', 'line 9 · guarded by mutex'],
      ['write', 'line 10 · guarded in part by its callers'],
    ]);
  });

  test('says that a resource is guarded only where each access is', () => {
    const guarded = { ...variable, accesses: variable.accesses.slice(0, 1) };
    expect(buildTree(new Map([[A, [guarded]]]))).toMatchObject([
      { isGuarded: true, description: 'all guarded · memory' },
    ]);
  });

  test('asks for no guard where the store does all in one step, and for one beside it', () => {
    const count = { ...access(A, 3), operation: 'atomic' as const, method: 'incr' };
    const descriptionOf = (...accesses: SharedAccess[]) =>
      buildTree(new Map([[A, [{ ...key, accesses }]]]))[0]?.description;
    expect(descriptionOf(count)).toBe('all in one step · ioredis');
    expect(descriptionOf(count, access(A, 5))).toBe('1 of 2 unguarded · ioredis');
    expect(descriptionOf(count, { ...access(A, 5), guarded: 'full' })).toBe(
      'all guarded or in one step · ioredis',
    );
  });

  test('keeps the id of a resource when lines and accesses change, so that it stays expanded', () => {
    const moved = { ...key, accesses: [access(A, 30), ...key.accesses] };
    const idOf = (resource: SharedResource) => buildTree(new Map([[A, [resource]]]))[0]?.id;
    expect(idOf(moved)).toBe(idOf(key));
    expect(idOf({ ...key, key: 'misses' })).not.toBe(idOf(key));
  });

  test('is one resource for a key that several files name, and several for variables of one name', () => {
    const keyOfB = { ...key, accesses: [access(B, 1)] };
    const variableOfB = { ...variable, accesses: [access(B, 2)] };
    const roots = buildTree(
      new Map([
        [A, [key, variable]],
        [B, [keyOfB, variableOfB]],
      ]),
      {
        nameOf: (uri) => uri.split('/').at(-1) ?? '',
      },
    );
    expect(
      roots.map(({ label, accesses }) => [label, accesses.map(({ description }) => description)]),
    ).toEqual([
      ['hits', ['a.ts:4 · unguarded', 'a.ts:6 · unguarded', 'b.ts:2 · unguarded']],
      ['total', ['a.ts:9 · guarded by mutex', 'a.ts:10 · guarded in part by its callers']],
      ['total', ['b.ts:3 · unguarded']],
    ]);
    const ids = roots.flatMap(({ id, accesses }) => [id, ...accesses.map((each) => each.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leads from an access to its place and to its resource', () => {
    const [root] = buildTree(new Map([[A, [key]]]));
    expect(root?.accesses[1]).toMatchObject({ location: { uri: A, range: range(5) }, parent: root?.id });
  });
});

describe('the lenses', () => {
  test('stand at the declaration, and say how many accesses are unguarded', () => {
    expect(lensesOf([variable])).toMatchObject([{ line: 1, title: '2 accesses, 1 unguarded' }]);
  });

  test('stand at the first access of what is declared elsewhere', () => {
    expect(lensesOf([key])).toMatchObject([{ line: 3, title: '2 accesses, 2 unguarded' }]);
  });

  test('are one for all that a line declares', () => {
    const other = { ...key, key: 'misses', declaration: { uri: A, range: range(1) } };
    const [lens, ...others] = lensesOf([variable, other]);
    expect(others).toEqual([]);
    expect(lens).toMatchObject({ line: 1, title: '4 accesses, 3 unguarded' });
    expect(lens?.places).toHaveLength(4);
  });

  test('say so where all is guarded', () => {
    const guarded = { ...variable, accesses: variable.accesses.slice(0, 1) };
    expect(lensesOf([guarded])[0]?.title).toBe('1 access, all guarded');
  });
});
