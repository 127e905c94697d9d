/** The layers hold: each folder of the plugin imports what ARCHITECTURE.md's table allows it, and no more. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { codeSpansOf, readPage, root } from './markdown.js';

const SOURCES = join(root, 'eslint-plugin/src');

interface Layer {
  /** A folder (`rules/`) or a file (`analysis/race.ts`) below `src`. */
  readonly part: string;
  readonly mayImport: readonly string[];
}

/** The table under "Who may import what": the first cell names the parts, the last what they may import. */
function layersOf(page: string): Layer[] {
  const [, section = ''] = page.split('\n## Who may import what\n');
  const rows =
    section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| `')) ?? [];
  return rows.flatMap((row) => {
    const cells = row.split('|').slice(1, -1);
    const mayImport = codeSpansOf(cells.at(-1) ?? '');
    return codeSpansOf(cells[0] ?? '').map((part) => ({ part, mayImport }));
  });
}

const layers = layersOf(readPage('ARCHITECTURE.md').text);
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));

/** The row that a file belongs to: the longest part that it lies in. */
function layerOf(file: string): Layer | undefined {
  return layers.filter(({ part }) => isIn(file, part)).sort((a, b) => b.part.length - a.part.length)[0];
}

function isIn(file: string, part: string): boolean {
  return part.endsWith('/') ? file.startsWith(part) : file === part;
}

/** What a file imports: files below `src`, and names of packages. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(SOURCES, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.')
      ? posix.join(dirname(file), fileName).replace(/\.js$/u, '.ts')
      : fileName.replace(/^node:.*/u, 'node:'),
  );
}

test('every file of the plugin is in a row of the table, and every row has files', () => {
  expect(files.filter((file) => !layerOf(file))).toEqual([]);
  expect(layers.filter(({ part }) => !files.some((file) => isIn(file, part)))).toEqual([]);
});

describe.each(layers)('$part', ({ part, mayImport }) => {
  const own = files.filter((file) => layerOf(file)?.part === part);
  const imports = own.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

  test('imports nothing that the table does not allow', () => {
    const forbidden = imports.filter(
      ({ target }) => !isIn(target, part) && !mayImport.some((allowed) => isIn(target, allowed)),
    );
    expect(forbidden.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});
