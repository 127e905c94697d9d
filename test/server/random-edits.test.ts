/**
 * A client that edits at random, over many files, and never waits for the server: what it is told in the end is
 * right, and nothing that it is told on the way belongs to another text than it says.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { Client, PUSH } from './support/client.js';
import { linesOf, RACY, randomNumbers, SAFE } from './support/samples.js';

const FILES = 20;
const EDITS = 200;

/** Where the races of a text are: the samples are all it is made of. */
function expectedLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (line.includes('hits + 1') ? [index] : []));
}

interface Edited {
  readonly uri: string;
  readonly texts: Map<number, string>;
  document: TextDocument;
}

class Faults {
  lost = 0;
  stale = 0;
  doubled = 0;

  /** Compares what was told of a text with what is in it. */
  count(text: string, diagnostics: readonly Diagnostic[]): void {
    const [expected, told] = [expectedLines(text), linesOf(diagnostics)];
    this.lost += expected.filter((line) => !told.includes(line)).length;
    this.stale += told.filter((line) => !expected.includes(line)).length;
    const keys = diagnostics.map(({ range, message, code }) => JSON.stringify([range, message, code]));
    this.doubled += keys.length - new Set(keys).size;
  }
}

const NONE = { lost: 0, stale: 0, doubled: 0 };

function openAll(client: Client): Edited[] {
  const files = Array.from({ length: FILES }, (_, index): Edited => {
    const uri = client.uri(`f${index}.ts`);
    const text = index % 2 === 0 ? RACY : SAFE;
    return { uri, document: TextDocument.create(uri, 'typescript', 1, text), texts: new Map([[1, text]]) };
  });
  for (const { uri, document } of files) client.open(uri, document.getText());
  return files;
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

test.each([1, 2])('pushed: none is lost, stale or doubled, in run %i', async (seed) => {
  const random = randomNumbers(seed);
  const client = await Client.start({ capabilities: PUSH });
  const files = openAll(client);
  for (let count = 0; count < EDITS; count++) {
    const file = files[random(FILES)];
    if (file) edit(client, file, random);
    // Lets the server have its turn, now and then.
    if (random(4) === 0) await client.hover(file?.uri ?? '', 0, 0);
  }
  const newest = await Promise.all(files.map(({ uri, document }) => client.published(uri, document.version)));
  const published = [...client.take<PublishDiagnosticsParams>('textDocument/publishDiagnostics'), ...newest];
  const faults = new Faults();
  for (const { uri, version = 0, diagnostics } of published)
    faults.count(files.find((file) => file.uri === uri)?.texts.get(version) ?? '', diagnostics);
  const versions = new Set(published.map(({ uri, version }) => `${uri} ${version ?? ''}`));
  faults.doubled += published.length - versions.size;
  expect(faults).toEqual(NONE);
  await client.shutdown();
  expect(client.rest()).toEqual([]);
});

test.each([3, 4])('asked for: none is lost, stale or doubled, in run %i', async (seed) => {
  const random = randomNumbers(seed);
  const client = await Client.start();
  const files = openAll(client);
  const faults = new Faults();
  const ids = new Map<string, string>();
  const shown = new Map<string, Diagnostic[]>();
  const ask = async (file: Edited): Promise<void> => {
    const { uri } = file;
    const { version } = file.document;
    const report = await client.pull(uri, ids.get(uri));
    // As editors do: what was asked of another text is not shown.
    if (file.document.version !== version) return;
    if (report.kind === 'full') shown.set(uri, report.items);
    // eslint-disable-next-line interleave/no-await-between-read-and-write -- an editor keeps the id of the last answer, too
    if (report.resultId !== undefined) ids.set(uri, report.resultId);
    faults.count(file.document.getText(), shown.get(uri) ?? []);
  };
  const asked: Promise<void>[] = [];
  for (let count = 0; count < EDITS; count++) {
    const file = files[random(FILES)];
    if (!file) continue;
    edit(client, file, random);
    asked.push(ask(file));
    if (random(4) === 0) await client.hover(file.uri, 0, 0);
  }
  await Promise.all(asked);
  await Promise.all(files.map(ask));
  expect(faults).toEqual(NONE);
  expect(shown.size).toBe(FILES);
  // Each text is its own business: nobody has to ask again.
  expect(client.take('workspace/diagnostic/refresh')).toEqual([]);
  await client.shutdown();
});
