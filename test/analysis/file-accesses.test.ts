import { describe, expect, test } from 'vitest';
import { fileAccesses } from './support/file-accesses.js';

/** The accesses of one function with this body, in a module with these imports. It writes, so it is looked into. */
function accessesIn(body: string, imports: string): readonly string[] {
  const accesses = fileAccesses(
    `${imports}\nexport async function run(dir, id, file) { ${body}; await Deno.writeFile('z', id); }`,
  );
  expect(accesses.at(-1)).toBe('write z');
  return accesses.slice(0, -1);
}

const WAYS_TO_IMPORT: readonly (readonly [string, string, string])[] = [
  ["import fs from 'fs';", 'fs.readFileSync', 'fs.writeFileSync'],
  ["import * as fs from 'node:fs';", 'fs.readFileSync', 'fs.writeFileSync'],
  ["import { readFileSync, writeFileSync as put } from 'node:fs';", 'readFileSync', 'put'],
  ["import fs from 'node:fs';", 'await fs.promises.readFile', 'await fs.promises.writeFile'],
  ["import { promises as fs } from 'fs';", 'await fs.readFile', 'await fs.writeFile'],
  ["import fs from 'fs/promises';", 'await fs.readFile', 'await fs.writeFile'],
  ["import * as fsp from 'node:fs/promises';", 'await fsp.readFile', 'await fsp.writeFile'],
  ["import { readFile, writeFile } from 'node:fs/promises';", 'await readFile', 'await writeFile'],
  ["const fs = require('fs');", 'fs.readFileSync', 'fs.writeFileSync'],
  ["const { readFile, writeFile } = require('fs').promises;", 'await readFile', 'await writeFile'],
  ["const { promises: fs } = require('fs');", 'await fs.readFile', 'await fs.writeFile'],
  ["const fs = require('fs/promises');", 'await fs.readFile', 'await fs.writeFile'],
  [
    "const fs = require('fs'); const { promisify } = require('util'); const read = promisify(fs.readFile); const write = promisify(fs.writeFile);",
    'await read',
    'await write',
  ],
  ["import fse from 'fs-extra';", 'await fse.readJson', 'await fse.outputJson'],
  ["import { readJsonSync, writeJsonSync } from 'fs-extra';", 'readJsonSync', 'writeJsonSync'],
  ["import fs from 'graceful-fs';", 'fs.readFileSync', 'fs.writeFileSync'],
  ["import jsonfile from 'jsonfile';", 'await jsonfile.readFile', 'await jsonfile.writeFile'],
  ["import fs from 'fs'; import put from 'write-file-atomic';", 'fs.readFileSync', 'await put'],
  ["import fs from 'fs'; import put from 'write-file-atomic';", 'fs.readFileSync', 'put.sync'],
  ["const fs = require('fs'); const put = require('write-file-atomic');", 'fs.readFileSync', 'await put'],
  [
    "import { loadJsonFile } from 'load-json-file'; import { writeJsonFile } from 'write-json-file';",
    'await loadJsonFile',
    'await writeJsonFile',
  ],
  ['', 'await Deno.readTextFile', 'await Deno.writeTextFile'],
];

describe('a read and a write of one path are seen', () => {
  test.each(WAYS_TO_IMPORT)('%s %s, %s', (imports, read, write) => {
    const body = `const text = ${read}('data.json'); ${write}('data.json', text + 1);`;
    expect(accessesIn(body, imports)).toEqual(['read data.json', 'write data.json <- data.json']);
  });

  test('by callbacks', () => {
    const body = `fs.readFile('a', (error, text) => { fs.writeFile('a', text + 1, () => {}); });`;
    expect(accessesIn(body, "import fs from 'fs';")).toEqual(['read a', 'write a <- a']);
  });

  test('through a file handle', () => {
    const body = `const handle = await open('a', 'r+'); const text = await handle.readFile(); await handle.write(text + 1, 0);`;
    expect(accessesIn(body, "import { open } from 'node:fs/promises';")).toEqual([
      'check a',
      'read a',
      'write a <- a',
    ]);
  });

  test('through a descriptor', () => {
    const body = `const fd = fs.openSync('a', 'r+'); const text = fs.readFileSync(fd); fs.writeSync(fd, text + 1);`;
    expect(accessesIn(body, "import fs from 'fs';")).toEqual(['check a', 'read a', 'write a <- a']);
  });

  test("through Bun's file object", () => {
    const body = `const held = Bun.file('./a.json'); const data = await held.json(); await Bun.write(held, data + 1);`;
    expect(accessesIn(body, '')).toEqual(['read a.json', 'write a.json <- a.json']);
  });

  test("through Bun's module", () => {
    const body = `const data = await open('a.json').json(); await write('a.json', data + 1);`;
    const imports = "import { file as open, write } from 'bun';";
    expect(accessesIn(body, imports)).toEqual(['read a.json', 'write a.json <- a.json']);
  });

  test('through a lowdb database', () => {
    const imports = `import { Low } from 'lowdb'; import { JSONFile } from 'lowdb/node';
      const db = new Low(new JSONFile('db.json'), {});`;
    const body = 'await db.read(); db.data.posts.push(id); await db.write();';
    expect(accessesIn(body, imports)).toEqual(['read db.json', 'write db.json <- db.json']);
  });

  test('through a writer of steno', () => {
    const imports = `import { Writer } from 'steno'; import fs from 'fs'; const writer = new Writer('a');`;
    expect(accessesIn("await writer.write(fs.readFileSync('a') + 1);", imports)).toEqual([
      'read a',
      'write a <- a',
    ]);
  });

  test('through a file written beside it and renamed', () => {
    const body = `const text = await fs.readFile('a'); await fs.writeFile('a.tmp', text + 1); await fs.rename('a.tmp', 'a');`;
    expect(accessesIn(body, "import fs from 'node:fs/promises';")).toEqual([
      'read a',
      'write a.tmp <- a',
      'write a <- a',
      'delete/present a.tmp',
    ]);
  });
});

const NODE =
  "import fs, { constants } from 'node:fs'; import fsp from 'node:fs/promises'; import fse from 'fs-extra';";

describe('what a call does follows from its flags and options', () => {
  test.each([
    ["await fsp.writeFile('a', file, { flag: 'wx' })", 'write/absent a'],
    ["fs.writeFileSync('a', file, { encoding: 'utf8', flag: 'ax' })", 'write/absent a'],
    ["await fsp.writeFile('a', file, { flag: 'a' })", 'atomic a'],
    ["await fsp.writeFile('a', file, 'utf8')", 'write a'],
    ["await fsp.appendFile('a', file)", 'atomic a'],
    ["await fsp.open('a', 'wx')", 'write/absent a'],
    ["await fsp.open('a', 'w')", 'write a'],
    ["await fsp.open('a', 'a')", 'atomic a'],
    ["await fsp.open('a')", 'check a'],
    ["fs.openSync('a', constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY)", 'write/absent a'],
    ["fs.createWriteStream('a')", 'write a'],
    ["fs.createWriteStream('a', { flags: 'a' })", 'atomic a'],
    ["fs.createWriteStream('a', { flags: 'wx' })", 'write/absent a'],
    ["await fsp.mkdir('a')", 'write/absent a'],
    ["await fsp.mkdir('a', { recursive: true })", 'atomic a'],
    ["await fsp.mkdir('a', { recursive: false })", 'write/absent a'],
    ["await fsp.rm('a')", 'delete/present a'],
    ["await fsp.rm('a', { recursive: true, force: true })", 'delete a'],
    ["await fsp.unlink('a')", 'delete/present a'],
    ["await fsp.symlink('b', 'a')", 'write/absent a'],
    ["fs.existsSync('a')", 'check a'],
    ["await fsp.stat('a')", 'check a'],
    ["await fsp.readdir('a')", 'check a'],
    ["await fse.pathExists('a')", 'check a'],
    ["await fse.ensureDir('a')", 'atomic a'],
    ["await fse.remove('a')", 'delete a'],
    ["await Deno.writeTextFile('a', file, { createNew: true })", 'write/absent a'],
    ["await Deno.writeTextFile('a', file, { append: true })", 'atomic a'],
    ["await Deno.remove('a', { recursive: true })", 'delete/present a'],
  ])('%s', (call, expected) => {
    expect(accessesIn(call, NODE)).toEqual([expected]);
  });

  test.each([
    ["await fsp.copyFile('b', 'a')", ['write a', 'read b']],
    ["await fsp.copyFile('b', 'a', fsp.constants.COPYFILE_EXCL)", ['write/absent a', 'read b']],
    ["await fsp.rename('b', 'a')", ['write a', 'delete/present b']],
    ["await fse.move('b', 'a')", ['write/absent a', 'delete/present b']],
    ["await fse.move('b', 'a', { overwrite: true })", ['write a', 'delete/present b']],
  ])('%s', (call, expected) => {
    expect(accessesIn(call, NODE)).toEqual(expected);
  });
});

const PATHS = `import fs from 'fs'; import path, { join, resolve } from 'node:path'; import os from 'os';
  import { fileURLToPath } from 'node:url';
  const HERE = path.dirname(fileURLToPath(import.meta.url));
  const ROOT = process.env.ROOT ?? './data';
  const DATA = path.join(ROOT, 'data.json');`;

describe('spellings of one path are one', () => {
  test.each([
    ["'a.json'", "'./a.json'"],
    ["'data/a.json'", "path.join('data', 'a.json')"],
    ["'data/a.json'", "join('./data/', 'x', '..', 'a.json')"],
    ["join(dir, 'a.json')", '`${dir}/a.json`'],
    ["join(dir, 'a.json')", "dir + '/a.json'"],
    ["join(dir, 'x', 'a.json')", "join(join(dir, 'x'), './a.json')"],
    ["resolve(dir, 'a.json')", "join(dir, 'a.json')"],
    ["resolve('a.json')", "'a.json'"],
    ["join(process.cwd(), 'a.json')", "'a.json'"],
    ["join(dir, id + '.json')", 'join(dir, `${id}.json`)'],
    ["join(__dirname, 'a.json')", "new URL('./a.json', import.meta.url)"],
    ["join(HERE, 'a.json')", "path.join(import.meta.dirname, 'a.json')"],
    ['DATA', 'path.join(ROOT, "data.json")'],
    ["join(os.tmpdir(), 'a')", '`${os.tmpdir()}/a`'],
    ['file as string', 'file'],
  ])('%s and %s', (read, write) => {
    const [first, second] = accessesIn(`fs.writeFileSync(${write}, fs.readFileSync(${read}) + 1);`, PATHS);
    expect(second).toBe(`${first?.replace('read', 'write') ?? ''} <- ${first?.replace('read ', '') ?? ''}`);
  });
});

describe('other paths are others', () => {
  test.each([
    ["'a.json'", "'b.json'"],
    ["join(dir, 'a.json')", '`${dir}a.json`'],
    ["join(dir, 'a.json')", "join(file, 'a.json')"],
    ['join(dir, id)', 'join(dir, `${id}.json`)'],
    ["join(__dirname, 'a.json')", "'a.json'"],
    ["'/data/' + id", "'/data' + id"],
    ["resolve(dir, '/a.json')", "join(dir, 'a.json')"],
  ])('%s and %s', (read, write) => {
    const [first, second] = accessesIn(`fs.writeFileSync(${write}, fs.readFileSync(${read}) + 1);`, PATHS);
    expect(second?.split(' <- ')[0]).not.toBe(first?.replace('read', 'write'));
  });
});
