import { expect, it } from 'vitest';
import { mayChange, storesIn } from '../../eslint-plugin/dist/analysis/resources/presence.js';
import { STORES } from '../../eslint-plugin/dist/stores/index.js';

const packagesIn = (text: string): string[] => storesIn([text], STORES).flatMap(({ packages }) => packages);

it('a text speaks of the stores that it imports, and of no others', () => {
  expect(packagesIn("import Redis from 'ioredis';")).toContain('ioredis');
  expect(packagesIn("import Redis from 'ioredis';")).not.toContain('keyv');
  expect(packagesIn("import { sum } from './sum.js';")).toEqual([]);
});

it('a subpath is a part of the package, a longer name is another package', () => {
  expect(packagesIn("import { Redis } from '@upstash/redis/cloudflare';")).toContain('@upstash/redis');
  expect(packagesIn("import x from 'lowdb-of-ours';")).not.toContain('lowdb');
});

it('several stores of one text are all found', () => {
  const found = packagesIn(
    "import fs from 'node:fs';\nimport Redis from 'ioredis';\nimport Keyv from 'keyv';",
  );
  expect(found).toEqual(expect.arrayContaining(['node:fs', 'ioredis', 'keyv']));
});

it.each([
  'export const add = async (item) => { items.push(item); };',
  'export async function next() { this.id = (await last()) + 1; }',
  'const seats = {}; export async function take(at) { seats[at] = await free(at); }',
  'export async function hit() { const n = stats.hits; await log(); stats.hits = n + 1; }',
  'export async function count() { await log(); --stats.left; }',
  'export const save = (all) => Promise.all(all.map((row) => db.row.update({ where: { id: 1 }, data: row })));',
  'let last; export async function load() { last ??= await fetch("/"); }',
])('changes what others may see: %s', (text) => {
  expect(mayChange(text)).toBe(true);
});

it.each([
  'export async function load(id) { const found = await fetch(`/x/${id}`); return found.json(); }',
  'export const Page = async () => { const rows = await list(); return <ul>{rows.map((r) => <li>{r.name}</li>)}</ul>; };',
  'export const isSame = async (a, b) => (await a.name) === (await b.name) && a.size >= b.size;',
  'export const pick = async (list) => list.filter((each) => each.done).map((each) => each.id);',
])('only fetches and shows: %s', (text) => {
  expect(mayChange(text)).toBe(false);
});
