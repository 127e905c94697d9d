import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  CancellationTokenSource,
  ProgressType,
  type WorkDoneProgressEnd,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { describe, expect, test } from 'vitest';
import { Client, makeFolder, uriOf, write } from './support/client.js';
import { HELPER, RACY, SAFE, SAFE_HELPER, USER } from './support/samples.js';

const partial = new ProgressType<WorkspaceDiagnosticReport>();

interface Asked {
  readonly answer: Promise<WorkspaceDiagnosticReport>;
  /** What came before the answer. */
  readonly portions: WorkspaceDocumentDiagnosticReport[];
  readonly cancel: () => void;
  /** The next portion. */
  readonly arrival: Promise<void>;
}

let tokens = 0;

function ask(client: Client, previous: ReadonlyMap<string, string> = new Map(), more: object = {}): Asked {
  const partialResultToken = `portion-${++tokens}`;
  const portions: WorkspaceDocumentDiagnosticReport[] = [];
  const source = new CancellationTokenSource();
  let arrived: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  client.connection.onProgress(partial, partialResultToken, ({ items }) => {
    portions.push(...items);
    arrived();
  });
  const previousResultIds = [...previous].map(([uri, value]) => ({ uri, value }));
  const params = { previousResultIds, partialResultToken, ...more };
  const answer = client.connection.sendRequest<WorkspaceDiagnosticReport>(
    'workspace/diagnostic',
    params,
    source.token,
  );
  const cancel = (): void => {
    source.cancel();
  };
  return { answer, portions, cancel, arrival };
}

/** Documents by address, each with its number of races and hints. */
function countsOf(reports: readonly WorkspaceDocumentDiagnosticReport[]): Record<string, number> {
  return Object.fromEntries(
    reports.flatMap((report) => (report.kind === 'full' ? [[report.uri, report.items.length]] : [])),
  );
}

function idsOf(reports: readonly WorkspaceDocumentDiagnosticReport[]): Map<string, string> {
  return new Map(reports.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [[uri, resultId]])));
}

describe('the whole workspace', () => {
  test('comes in portions; asked again, the request is held until a file changes', async () => {
    const folder = makeFolder({
      'a.ts': RACY,
      'b/c.ts': SAFE,
      'dist/d.ts': RACY,
      'node_modules/e/e.ts': RACY,
    });
    const client = await Client.start({ folders: [folder] });
    const [a, c] = [uriOf(join(folder, 'a.ts')), uriOf(join(folder, 'b/c.ts'))];
    const first = ask(client);
    expect(await first.answer).toEqual({ items: [] });
    expect(countsOf(first.portions)).toEqual({ [a]: 3, [c]: 0 });

    const second = ask(client, idsOf(first.portions));
    write(join(folder, 'a.ts'), SAFE);
    write(join(folder, 'b/c.ts'), RACY);
    client.changedOnDisk(a, c);
    expect(await second.answer).toEqual({ items: [] });
    expect(countsOf(second.portions)).toEqual({ [a]: 0, [c]: 3 });
  });

  test('is sent in the answer where the client takes no portions', async () => {
    const folder = makeFolder({ 'a.ts': RACY });
    const client = await Client.start({ folders: [folder] });
    const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    expect(countsOf(items)).toEqual({ [uriOf(join(folder, 'a.ts'))]: 3 });
  });

  test('has the open text of a document, and its version', async () => {
    const folder = makeFolder({ 'a.ts': SAFE });
    const client = await Client.start({ folders: [folder] });
    client.open(client.uri('a.ts'), RACY, 4);
    const asked = ask(client);
    await asked.answer;
    expect(asked.portions).toMatchObject([{ uri: client.uri('a.ts'), version: 4, kind: 'full' }]);
    expect(countsOf(asked.portions)).toEqual({ [client.uri('a.ts')]: 3 });
  });

  test('tells of a file that is gone', async () => {
    const folder = makeFolder({ 'a.ts': RACY });
    const client = await Client.start({ folders: [folder] });
    const first = ask(client);
    await first.answer;
    const second = ask(client, idsOf(first.portions));
    rmSync(join(folder, 'a.ts'));
    client.changedOnDisk(client.uri('a.ts'));
    await second.answer;
    expect(second.portions).toEqual([{ kind: 'full', uri: client.uri('a.ts'), version: null, items: [] }]);
  });

  test('has a document once, however the client writes its address', async () => {
    const folder = makeFolder({ '@scope/a b.ts': RACY, '@scope/c.ts': RACY });
    const client = await Client.start({ folders: [folder] });
    const [a, c] = ['@scope/a b.ts', '@scope/c.ts'].map((name) => client.uri(name).replace('@', '%40'));
    if (a === undefined || c === undefined) throw new Error('Two names');
    client.open(a, RACY);
    const first = ask(client);
    await first.answer;
    expect(countsOf(first.portions)).toEqual({ [a]: 3, [c.replace('%40', '@')]: 3 });
    // As the client has parsed and written them.
    const ids = new Map([...idsOf(first.portions)].map(([uri, id]) => [uri.replace('@', '%40'), id]));
    const second = ask(client, ids);
    write(join(folder, '@scope/c.ts'), SAFE);
    client.changedOnDisk(c);
    await second.answer;
    expect(countsOf(second.portions)).toEqual({ [c]: 0 });
  });

  test('ends when it is cancelled while it is held', async () => {
    const folder = makeFolder({ 'a.ts': SAFE });
    const client = await Client.start({ folders: [folder] });
    const first = ask(client);
    await first.answer;
    const second = ask(client, idsOf(first.portions));
    second.cancel();
    await expect(second.answer).rejects.toMatchObject({ code: -32800 });
  });

  test('shows how far it is', async () => {
    const folder = makeFolder(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`f${n}.ts`, SAFE])));
    const client = await Client.start({ folders: [folder] });
    const progress: { kind: string }[] = [];
    client.connection.onProgress(new ProgressType<WorkDoneProgressEnd>(), 'bar', (value) => {
      progress.push(value);
    });
    await ask(client, new Map(), { workDoneToken: 'bar' }).answer;
    const kinds = progress.map(({ kind }) => kind);
    expect([kinds.at(0), kinds.at(-1)]).toEqual(['begin', 'end']);
    expect(kinds.filter((kind) => kind === 'report').length).toBeGreaterThan(1);
  });

  test('is offered only to clients that were set to it', async () => {
    const { initialized } = await Client.start();
    expect(initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: false });
    const opted = await Client.start({ options: { workspaceDiagnostics: true } });
    expect(opted.initialized.capabilities.diagnosticProvider).toMatchObject({
      workspaceDiagnostics: true,
      interFileDependencies: true,
    });
  });
});

test('5,000 files are checked, and an open document does not wait for them', async () => {
  const files = Array.from({ length: 5000 }, (_, n): [string, string] => [
    `p${n % 50}/f${n}.ts`,
    n % 100 === 0 ? RACY : `export const f${n} = ${n};\n`,
  ]);
  const folder = makeFolder(Object.fromEntries(files));
  const client = await Client.start({ folders: [folder] });
  const asked = ask(client);
  await asked.arrival;
  let isDone = false;
  void asked.answer.then(() => (isDone = true));
  const uri = client.uri('open.ts');
  client.open(uri, RACY);
  expect(await client.diagnostics(uri)).toHaveLength(3);
  expect(isDone).toBe(false);
  await asked.answer;
  const counts = Object.values(countsOf(asked.portions));
  expect(counts).toHaveLength(5000);
  expect(counts.filter((count) => count > 0)).toHaveLength(50);
}, 240_000);

describe('a document that imports a module', () => {
  test('is checked again when what the module does has changed, and only then', async () => {
    const folder = makeFolder({ 'helper.ts': HELPER });
    const client = await Client.start({ folders: [folder] });
    const [user, helper] = [client.uri('user.ts'), client.uri('helper.ts')];
    client.open(helper, HELPER);
    client.open(user, USER);
    const first = await client.pull(user);
    expect(first.kind === 'full' && first.items.length).toBeGreaterThan(0);

    client.change(helper, 2, { text: `// a comment\n${HELPER}` });
    await client.pull(helper);
    expect(await client.pull(user, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(client.take('workspace/diagnostic/refresh')).toEqual([]);

    client.change(helper, 3, { text: SAFE_HELPER });
    await client.next('workspace/diagnostic/refresh');
    expect(await client.diagnostics(user)).toEqual([]);

    // Half-typed text says nothing of what the module does.
    client.change(helper, 4, { text: `${SAFE_HELPER}\nexport const = ` });
    expect(await client.diagnostics(helper)).toEqual([]);
    expect(await client.diagnostics(user)).toEqual([]);

    // Closed without saving: what is on disk counts again.
    client.close(helper);
    await client.next('workspace/diagnostic/refresh');
    expect(await client.diagnostics(user)).not.toEqual([]);
  });

  test('is checked again when the module has changed on disk, or has come', async () => {
    const folder = makeFolder();
    const client = await Client.start({ folders: [folder] });
    const [user, helper] = [client.uri('user.ts'), client.uri('helper.ts')];
    client.open(user, USER);
    expect(await client.diagnostics(user)).toEqual([]);
    write(join(folder, 'helper.ts'), HELPER);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: helper, type: 1 }],
    });
    await client.next('workspace/diagnostic/refresh');
    expect(await client.diagnostics(user)).not.toEqual([]);
    write(join(folder, 'helper.ts'), SAFE_HELPER);
    client.changedOnDisk(helper);
    await client.next('workspace/diagnostic/refresh');
    expect(await client.diagnostics(user)).toEqual([]);
  });
});
