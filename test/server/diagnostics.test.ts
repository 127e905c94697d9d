import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-protocol';
import { describe, expect, test } from 'vitest';
import { Client, PUSH } from './support/client.js';
import { hintsIn, linesOf, RACE_LINE, racesIn, RACY, READ_LINE, SAFE } from './support/samples.js';

const client = await Client.start({ until: 'file' });

describe('a client that asks', () => {
  test('gets the races of a document, and what did not change is said in one word', async () => {
    const uri = client.fresh('hits.ts');
    client.open(uri, RACY);
    const first = await client.pull(uri);
    if (first.kind !== 'full') throw new Error('Nothing was asked before');
    expect(linesOf(first.items)).toEqual([RACE_LINE]);
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

    client.change(uri, 2, { text: SAFE });
    const second = await client.pull(uri, first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: [] });
    expect(second.resultId).not.toBe(first.resultId);
  });

  test('is told of a document that is not open that it has none', async () => {
    expect(await client.pull(client.uri('nowhere.ts'))).toEqual({ kind: 'full', items: [] });
  });

  test('is never pushed any', async () => {
    const own = await Client.start();
    const uri = own.uri('hits.ts');
    own.open(uri, RACY);
    await own.pull(uri);
    own.close(uri);
    expect(await own.shutdown()).toBe(0);
    expect(own.take('client/registerCapability')).toHaveLength(1);
    expect(own.rest()).toEqual([]);
  });
});

describe('a client that cannot ask', () => {
  test('is told, with the version, and again when a document is closed', async () => {
    const client = await Client.start({ capabilities: PUSH });
    const uri = client.uri('hits.ts');
    client.open(uri, RACY, 7);
    const { version, diagnostics } = await client.published(uri);
    expect(version).toBe(7);
    expect(linesOf(diagnostics)).toEqual([RACE_LINE]);
    client.change(uri, 8, { text: SAFE });
    expect(await client.published(uri)).toEqual({ uri, version: 8, diagnostics: [] });
    client.close(uri);
    expect(await client.published(uri)).toEqual({ uri, diagnostics: [] });
    expect(await client.shutdown()).toBe(0);
    expect(client.rest()).toEqual([]);
  });
});

describe('a diagnostic', () => {
  test('names the rule and its page, and tells every step in order', async () => {
    const uri = client.fresh('hits.ts');
    client.open(uri, RACY);
    const [race] = racesIn(await client.diagnostics(uri));
    expect(race).toMatchObject({
      source: 'interleave',
      severity: DiagnosticSeverity.Error,
      code: expect.stringMatching(/^interleave\//u) as unknown,
    });
    expect(race?.codeDescription?.href).toContain(String(race?.code).replace('interleave/', ''));
    expect(race?.relatedInformation?.map(({ message }) => message)).toEqual([
      'A reads `page` → 5',
      'A waits; others run',
      'B reads `page` → 5',
      'B writes `page` ← 6',
      "A writes `page` ← 6: B's update is lost",
    ]);
  });

  test('has a hint at each of its steps that points back', async () => {
    const uri = client.fresh('hits.ts');
    client.open(uri, RACY);
    const diagnostics = await client.diagnostics(uri);
    const [race] = racesIn(diagnostics);
    const hints = hintsIn(diagnostics);
    expect(hints.map(({ range }) => range.start.line)).toEqual([READ_LINE, READ_LINE]);
    for (const hint of hints)
      expect(hint.relatedInformation?.map(({ location }) => location)).toEqual([{ uri, range: race?.range }]);
  });

  test('is as severe as the race is sure', async () => {
    const strict = await Client.start({ options: { level: 'strict' } });
    const uri = strict.uri('named.ts');
    // Only the name says that it is a store.
    const body = RACY.split('\n').slice(3).join('\n').replaceAll('redis', 'kv');
    strict.open(uri, `import { kv } from './kv.js';${body}`);
    const severities = racesIn(await strict.diagnostics(uri)).map(({ severity }) => severity);
    expect(severities).toEqual([DiagnosticSeverity.Information]);
  });

  test('has no related information where the client shows none', async () => {
    const other = await Client.start({ capabilities: { textDocument: { diagnostic: {} } } });
    const uri = other.uri('hits.ts');
    other.open(uri, RACY);
    const diagnostics = await other.diagnostics(uri);
    expect(racesIn(diagnostics)).toHaveLength(1);
    expect(diagnostics.flatMap(({ relatedInformation = [] }) => relatedInformation)).toEqual([]);
  });

  test('is absent where a comment disables the rule, and a comment that disables nothing is faded', async () => {
    const uri = client.fresh('hits.ts');
    client.open(uri, RACY);
    const [race] = racesIn(await client.diagnostics(uri));
    const comment = `// eslint-disable-next-line ${String(race?.code)} -- one writer\n`;
    const above = { line: RACE_LINE, character: 0 };
    client.change(uri, 2, { range: { start: above, end: above }, text: comment });
    expect(await client.diagnostics(uri)).toEqual([]);
    client.change(uri, 3, { text: comment + SAFE });
    const [unused, ...others] = await client.diagnostics(uri);
    expect(others).toEqual([]);
    expect(unused).toMatchObject({ severity: DiagnosticSeverity.Hint, tags: [DiagnosticTag.Unnecessary] });
  });

  test('is absent while the text does not parse', async () => {
    const uri = client.fresh('hits.ts');
    client.open(uri, `${RACY}const = ;`);
    expect(await client.diagnostics(uri)).toEqual([]);
  });
});

describe('positions', () => {
  test('count UTF-16 units: an emoji before the race is two', async () => {
    const uri = client.fresh('hits.ts');
    const text = RACY.replace('  await redis.set', '  /* 🐇🐇 */ await redis.set');
    client.open(uri, text);
    const [race] = racesIn(await client.diagnostics(uri));
    const line = text.split('\n')[RACE_LINE] ?? '';
    const start = line.indexOf('redis.set');
    expect(race?.range).toEqual({
      start: { line: RACE_LINE, character: start },
      end: { line: RACE_LINE, character: line.length - 1 },
    });
  });

  test('are the same with CRLF, and with line breaks that only the language knows', async () => {
    const [lf, crlf, separator] = ['lf.ts', 'crlf.ts', 'separator.ts'].map((name) => client.fresh(name));
    if (!lf || !crlf || !separator) throw new Error('Three names');
    client.open(lf, RACY);
    client.open(crlf, RACY.replaceAll('\n', '\r\n'));
    // To the protocol this is no line break, to JavaScript it is one.
    client.open(separator, RACY.replace('\n\n', "\nconst s = '\u2028';\n"));
    const [race] = racesIn(await client.diagnostics(lf));
    for (const uri of [crlf, separator])
      expect(racesIn(await client.diagnostics(uri)).map(({ range }) => range)).toEqual([race?.range]);
  });

  test('are right behind a byte order mark', async () => {
    const [plain, marked] = [client.fresh('plain.ts'), client.fresh('marked.ts')];
    client.open(plain, RACY.replaceAll('\n', ' '));
    client.open(marked, `\uFEFF${RACY.replaceAll('\n', ' ')}`);
    const [race] = racesIn(await client.diagnostics(plain));
    const [shifted] = racesIn(await client.diagnostics(marked));
    expect(shifted?.range.start.character).toBe((race?.range.start.character ?? 0) + 1);
  });
});
