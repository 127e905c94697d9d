/** The layers hold: each folder imports what ARCHITECTURE.md's tables allow it, and no more. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { codeSpansOf, readPage, root } from './markdown.js';

interface Layer {
  /** A folder (`rules/`) or a file (`analysis/race.ts`) below `src`. */
  readonly part: string;
  readonly mayImport: readonly string[];
}

/** The table under a heading: the first cell names the parts, the last what they may import. */
function layersOf(page: string, heading: string): Layer[] {
  const [, section = ''] = page.split(`\n${heading}\n`);
  const rows =
    section
      .split(/\n##+ /u)[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| `')) ?? [];
  return rows.flatMap((row) => {
    const cells = row.split('|').slice(1, -1);
    const mayImport = codeSpansOf(cells.at(-1) ?? '');
    return codeSpansOf(cells[0] ?? '').map((part) => ({ part, mayImport }));
  });
}

const { text } = readPage('ARCHITECTURE.md');

function isIn(file: string, part: string): boolean {
  return part.endsWith('/') ? file.startsWith(part) : file === part;
}

/** What a file imports: files below `src`, and names of packages. */
function importsOf(sources: string, file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(sources, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.')
      ? posix.join(dirname(file), fileName).replace(/\.js$/u, '.ts')
      : fileName.replace(/^node:.*/u, 'node:').replace(/(?<!^@[^/]*)\/node$/u, ''),
  );
}

describe.each([
  { folder: 'eslint-plugin/src', heading: '## Who may import what' },
  { folder: 'server/src', heading: '### Who may import what in the server' },
  { folder: 'extension/src', heading: '### Who may import what in the extension' },
])('in $folder', ({ folder, heading }) => {
  const sources = join(root, folder);
  const layers = layersOf(text, heading);
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));

  /** The row that a file belongs to: the longest part that it lies in. */
  const layerOf = (file: string): Layer | undefined =>
    layers.filter(({ part }) => isIn(file, part)).sort((a, b) => b.part.length - a.part.length)[0];

  test('every file is in a row of the table, and every row has files', () => {
    expect(files.filter((file) => !layerOf(file))).toEqual([]);
    expect(layers.filter(({ part }) => !files.some((file) => isIn(file, part)))).toEqual([]);
  });

  test.each(layers)('$part imports nothing that the table does not allow', ({ part, mayImport }) => {
    const own = files.filter((file) => layerOf(file)?.part === part);
    const forbidden = own
      .flatMap((file) => importsOf(sources, file).map((target) => ({ file, target })))
      .filter(({ target }) => !isIn(target, part) && !mayImport.some((allowed) => isIn(target, allowed)));
    expect(forbidden.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});
