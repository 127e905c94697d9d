/** A client that edits at random, over many files, and never waits for the server: nothing it is told is wrong. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { Client, PUSH } from './support/client.js';
import { linesOf, RACY, SAFE } from './support/samples.js';

const FILES = 20;
const EDITS = 200;

/** Numbers that look random, the same in every run (Park and Miller's generator). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Where the races of a text are: the samples are all it is made of. */
function expectedLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (line.includes('hits + 1') ? [index] : []));
}

interface Edited {
  readonly uri: string;
  readonly texts: Map<number, string>;
  document: TextDocument;
}

function edit(client: Client, file: Edited, random: (below: number) => number): void {
  const version = file.document.version + 1;
  const start = { line: 1, character: 0 };
  const change = [
    { text: RACY },
    { text: SAFE },
    { range: { start, end: start }, text: '\n' },
    { range: { start, end: start }, text: '// 🐇\r\n' },
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: ' ' },
  ][random(5)];
  if (!change) return;
  file.document = TextDocument.update(file.document, [change], version);
  file.texts.set(version, file.document.getText());
  client.change(file.uri, version, change);
}

function countDuplicates(diagnostics: readonly Diagnostic[]): number {
  const keys = diagnostics.map(({ range, message, code }) => JSON.stringify([range, message, code]));
  return keys.length - new Set(keys).size;
}

test.each([1, 2])('none is lost, stale or doubled, in run %i', async (seed) => {
  const random = randomNumbers(seed);
  const client = await Client.start({ capabilities: PUSH });
  const files = Array.from({ length: FILES }, (_, index): Edited => {
    const uri = client.uri(`f${index}.ts`);
    const text = index % 2 === 0 ? RACY : SAFE;
    return { uri, document: TextDocument.create(uri, 'typescript', 1, text), texts: new Map([[1, text]]) };
  });
  for (const { uri, document } of files) client.open(uri, document.getText());
  for (let count = 0; count < EDITS; count++) {
    const file = files[random(FILES)];
    if (file) edit(client, file, random);
    // Lets the server have its turn, now and then.
    if (random(4) === 0) await client.hover(file?.uri ?? '', 0, 0);
  }
  const newest = await Promise.all(files.map(({ uri, document }) => client.published(uri, document.version)));
  const published = [...client.take<PublishDiagnosticsParams>('textDocument/publishDiagnostics'), ...newest];
  const faults = { lost: 0, stale: 0, doubled: 0 };
  for (const { uri, version = 0, diagnostics } of published) {
    const text = files.find((file) => file.uri === uri)?.texts.get(version) ?? '';
    const [expected, told] = [expectedLines(text), linesOf(diagnostics)];
    faults.lost += expected.filter((line) => !told.includes(line)).length;
    faults.stale += told.filter((line) => !expected.includes(line)).length;
    faults.doubled += countDuplicates(diagnostics);
  }
  const versions = new Set(published.map(({ uri, version }) => `${uri} ${version ?? ''}`));
  faults.doubled += published.length - versions.size;
  expect(faults).toEqual({ lost: 0, stale: 0, doubled: 0 });
  await client.shutdown();
  expect(client.rest()).toEqual([]);
});
