/** The server with a client that others wrote and keep: the one that Volar's own servers are tested with. */
import { startLanguageServer } from '@volar/test-utils';
import { afterAll, expect, test } from 'vitest';
import { makeFolder, PULL, SERVER, uriOf, write } from './support/client.js';
import { RACE_LINE, RACY, racesIn } from './support/samples.js';

const folder = makeFolder({}, afterAll);
const client = startLanguageServer(SERVER, folder);
afterAll(() => {
  client.process.kill('SIGKILL');
});

test('it opens, asks, acts, edits and closes', async () => {
  await client.initialize([{ uri: uriOf(folder), name: 'workspace' }], {}, PULL);
  write(`${folder}/hits.ts`, RACY);
  const { uri } = await client.openTextDocument(`${folder}/hits.ts`, 'typescript');
  const report = await client.sendDocumentDiagnosticRequest(uri);
  const diagnostics = report.kind === 'full' ? racesIn(report.items) : [];
  expect(diagnostics.map(({ range }) => range.start.line)).toEqual([RACE_LINE]);
  const [race] = diagnostics;
  if (!race) throw new Error('No race');
  expect(await client.sendHoverRequest(uri, race.range.start)).toMatchObject({
    contents: { kind: 'markdown' },
  });
  const actions = await client.sendCodeActionsRequest(uri, race.range, { diagnostics: [race as never] });
  const [rewrite] = actions ?? [];
  const [change] = (rewrite && 'edit' in rewrite ? rewrite.edit.documentChanges : undefined) ?? [];
  if (!change || !('edits' in change)) throw new Error('No rewrite');
  await client.updateTextDocument(uri, change.edits);
  expect(await client.sendDocumentDiagnosticRequest(uri)).toMatchObject({ kind: 'full', items: [] });
  await client.closeTextDocument(uri);
  await client.shutdown();
});
