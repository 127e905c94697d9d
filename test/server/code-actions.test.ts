import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol';
import type { ReasonArguments } from 'interleave-language-server/protocol';
import { describe, expect, test } from 'vitest';
import { Client, PULL, type StartOptions } from './support/client.js';
import { linesOf, racesIn, RACE_LINE, RACY } from './support/samples.js';

const shared = await Client.start({ until: 'file' });

async function open(text: string, options?: StartOptions) {
  const client = options ? await Client.start(options) : shared;
  const uri = client.fresh('hits.ts');
  client.open(uri, text);
  const diagnostics = racesIn(await client.diagnostics(uri));
  return { client, uri, text, diagnostics, actions: await client.codeActions(uri, diagnostics) };
}

function editsOf({ edit }: CodeAction): TextEdit[] {
  const [change] = edit?.documentChanges ?? [];
  return change && 'edits' in change ? (change.edits as TextEdit[]) : [];
}

function apply(text: string, action: CodeAction): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), editsOf(action));
}

const isRewrite = ({ title, edit }: CodeAction): boolean =>
  edit !== undefined && !title.startsWith('Disable');

describe('a rewrite', () => {
  test.each(['\n', '\r\n'])(
    'leaves the document without the race, its line breaks being %j',
    async (lineBreak) => {
      const { client, uri, text, actions } = await open(RACY.replaceAll('\n', lineBreak));
      const rewrites = actions.filter(isRewrite);
      expect(rewrites.length).toBeGreaterThan(1);
      let version = 1;
      for (const rewrite of rewrites) {
        expect(rewrite.kind).toBe('quickfix');
        expect(rewrite.isPreferred).not.toBe(true);
        client.change(uri, ++version, { text: apply(text, rewrite) });
        expect(linesOf(await client.diagnostics(uri))).toEqual([]);
      }
    },
  );

  test('is for one version of the document', async () => {
    const { uri, actions } = await open(RACY);
    for (const { edit } of actions.filter(isRewrite))
      expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
  });

  test('is a plain edit for a client that knows no versions', async () => {
    const { uri, actions } = await open(RACY, { capabilities: { textDocument: { diagnostic: {} } } });
    expect(actions.filter(isRewrite).every(({ edit }) => edit?.changes?.[uri])).toBe(true);
  });

  test('changes no more lines than it has to', async () => {
    const { text, actions } = await open(`${'// above\n'.repeat(50)}${RACY}${'// below\n'.repeat(50)}`);
    const changed = actions
      .filter(isRewrite)
      .map((action) =>
        editsOf(action).reduce((sum, { range }) => sum + range.end.line - range.start.line, 0),
      );
    expect(Math.max(...changed)).toBeLessThan(text.split('\n').length / 10);
  });

  test('is not part of fixing everything on save', async () => {
    const { client, uri, diagnostics } = await open(RACY);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0]?.range,
      context: { diagnostics, only: ['source.fixAll'] },
    });
    expect(actions).toEqual([]);
  });
});

describe('when the document has changed since', () => {
  test('edits are refused, and the reason is shown with them', async () => {
    const { client, uri, diagnostics } = await open(RACY);
    client.change(uri, 2, { text: `\n${RACY}` });
    const actions = await client.codeActions(uri, diagnostics);
    expect(actions.filter(({ edit }) => edit)).toEqual([]);
    const refused = actions.filter(({ disabled }) => disabled);
    expect(refused.length).toBeGreaterThan(2);
    expect(refused.every(({ disabled }) => disabled?.reason.startsWith('The file has changed'))).toBe(true);
  });

  test('a client that cannot show the reason is told in a message', async () => {
    const textDocument = { ...PULL.textDocument, codeAction: {} };
    const { client, uri, diagnostics } = await open(RACY, { capabilities: { ...PULL, textDocument } });
    client.change(uri, 2, { text: `\n${RACY}` });
    const actions = await client.codeActions(uri, diagnostics);
    expect(actions.filter(({ edit, disabled }) => edit ?? disabled)).toEqual([]);
    expect(await client.next('window/showMessage')).toMatchObject({
      message: expect.stringMatching(/^The file has changed/u) as unknown,
    });
  });

  test('so they are after it was closed and opened with another text under the same version', async () => {
    const { client, uri, diagnostics } = await open(RACY);
    client.close(uri);
    client.open(uri, `\n${RACY}`);
    const actions = await client.codeActions(uri, diagnostics);
    expect(actions.filter(({ edit }) => edit)).toEqual([]);
  });

  test('data that is not the server’s own is left alone', async () => {
    const { client, uri, diagnostics } = await open(RACY);
    const foreign = diagnostics.map((diagnostic) => ({ ...diagnostic, data: { kind: 'race', edits: [] } }));
    expect(await client.codeActions(uri, foreign)).toEqual([]);
  });
});

describe('disabling', () => {
  async function disable(text: string, words: string) {
    const opened = await open(text);
    const action = opened.actions.find(({ title }) => title.startsWith('Disable') && title.endsWith(words));
    if (!action) throw new Error('Not offered');
    const changed = apply(text, action);
    opened.client.change(opened.uri, 2, { text: changed });
    return { changed, remaining: linesOf(await opened.client.diagnostics(opened.uri)) };
  }

  test('the line asks for a reason and silences it', async () => {
    const { changed, remaining } = await disable(RACY, 'for this line');
    expect(changed.split('\n')[RACE_LINE]).toMatch(
      /^ {2}\/\/ eslint-disable-next-line interleave\/\S+ -- reason$/u,
    );
    expect(remaining).toEqual([]);
  });

  test('the line takes the rule into a comment that is there', async () => {
    const text = RACY.replace(
      '  await redis.set',
      '  // eslint-disable-next-line no-console -- why\n  await redis.set',
    );
    const { changed, remaining } = await disable(text, 'for this line');
    expect(changed).toMatch(/eslint-disable-next-line interleave\/\S+, no-console -- why/u);
    expect(remaining).toEqual([]);
  });

  test.each([
    ['the line', RACY, 'for this line'],
    [
      'a line within a template',
      RACY.replace('await redis.set(page,', 'await redis.mset(`a\n`, 1); await redis.set(page,'),
      'for this line',
    ],
    ['the file', `#!/usr/bin/env node\r\n${RACY.replaceAll('\n', '\r\n')}`, 'for the whole file'],
  ])('%s has a command of the client select the place of the reason', async (_, text, words) => {
    const opened = await open(text, { options: { reasonCommand: 'own.reason' } });
    const action = opened.actions.find(({ title }) => title.startsWith('Disable') && title.endsWith(words));
    if (!action) throw new Error('Not offered');
    const changed = TextDocument.create('', '', 0, apply(text, action));
    const [given] = (action.command?.arguments ?? []) as [ReasonArguments];
    expect(action.command?.command).toBe('own.reason');
    expect(given.uri).toBe(opened.uri);
    expect(changed.getText(given.range)).toBe('reason');
    const before = { start: { line: given.range.start.line, character: 0 }, end: given.range.start };
    expect(changed.getText(before)).toMatch(/eslint-disable.* -- $/u);
  });

  test('asks for no reason where the comment has one, and none of a client without such a command', async () => {
    const text = RACY.replace(
      '  await redis.set',
      '  // eslint-disable-next-line no-console -- why\n  await redis.set',
    );
    const { actions } = await open(text, { options: { reasonCommand: 'own.reason' } });
    expect(actions.find(({ title }) => title.endsWith('for this line'))?.command).toBeUndefined();
    const plain = await open(RACY);
    expect(plain.actions.find(({ title }) => title.endsWith('for this line'))?.command).toBeUndefined();
  });

  test('a line that begins within a template is disabled behind it', async () => {
    const text = RACY.replace('await redis.set(page,', 'await redis.mset(`a\n`, 1); await redis.set(page,');
    const { remaining } = await disable(text, 'for this line');
    expect(remaining).toEqual([]);
  });

  test.each([
    ['plain', RACY],
    ['with an interpreter', `#!/usr/bin/env node\n${RACY}`],
    ['with CRLF', RACY.replaceAll('\n', '\r\n')],
  ])('the whole file, %s', async (_, text) => {
    const { changed, remaining } = await disable(text, 'for the whole file');
    expect(remaining).toEqual([]);
    expect(changed.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(changed.startsWith('#!')).toBe(text.startsWith('#!'));
  });
});

describe('telling', () => {
  test('the documentation is shown outside the editor', async () => {
    const { client, actions } = await open(RACY);
    const command = actions.find(({ title }) => title.startsWith('Show the documentation'))?.command;
    await client.command(command?.command ?? '', ...((command?.arguments as unknown[] | undefined) ?? []));
    expect(await client.next('window/showDocument')).toMatchObject({
      external: true,
      uri: expect.stringContaining('/docs/rules/') as unknown,
    });
  });

  test('the race is explained in a message', async () => {
    const { client, actions } = await open(RACY);
    const command = actions.find(({ title }) => title === 'Explain this race')?.command;
    await client.command(command?.command ?? '', ...((command?.arguments as unknown[] | undefined) ?? []));
    const { message } = await client.next<{ message: string }>('window/showMessage');
    expect(message).toContain("5. line 6: A writes `page` ← 6: B's update is lost");
  });

  test('or by a command of the client', async () => {
    const { uri, diagnostics, actions } = await open(RACY, { options: { explainCommand: 'my.explain' } });
    expect(actions.find(({ title }) => title === 'Explain this race')?.command).toMatchObject({
      command: 'my.explain',
      arguments: [{ uri, position: diagnostics[0]?.range.start }],
    });
  });
});
