/**
 * Everything at once, at random: edits, requests that are cancelled, restarts, configurations that come, break and go,
 * files that change on disk. Every request is answered, and in the end all is as a server says that saw none of it.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { root } from '../docs/markdown.js';
import { Client, makeFolder, PULL, write } from './support/client.js';
import { HELPER, RACY, randomNumbers, SAFE, SAFE_HELPER, USER } from './support/samples.js';

const PLUGIN = pathToFileURL(join(root, 'eslint-plugin/dist/index.js')).href;
const CONFIGS = [
  `import p from '${PLUGIN}'; export default [{ files: ['**/*.ts'] }, p.configs.recommended];`,
  `import p from '${PLUGIN}'; export default [{ files: ['**/*.ts'] }, p.configs.strict, { ignores: ['b.ts'] }];`,
  `throw new Error('not today');`,
  'process.exit(3);',
  'export default [',
];
const TEXTS = [RACY, SAFE, HELPER, SAFE_HELPER, USER, `${RACY}const = `, '', RACY.replaceAll('\n', '\r\n')];
const NAMES = ['helper.ts', 'a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts'];
const OPERATIONS = 250;

class Abuser {
  readonly documents = new Map<string, TextDocument>();
  /** Requests on their way, and how those that were refused were. */
  readonly answers: Promise<void>[] = [];
  readonly refusals: unknown[] = [];
  private version = 0;
  /* interleave: owned */
  private readonly known: Diagnostic[] = [];
  private readonly onDisk: Map<string, string>;

  constructor(
    private readonly client: Client,
    private readonly random: (below: number) => number,
    files: Readonly<Record<string, string>>,
  ) {
    this.onDisk = new Map(Object.entries(files));
  }

  async act(): Promise<void> {
    const name = this.pick(NAMES);
    const kind = this.random(16);
    if (kind < 3) this.change(name);
    else if (kind < 5) this.openOrClose(name);
    else if (kind < 6) this.changeOnDisk(name, this.pick(TEXTS));
    else if (kind < 7) this.changeOnDisk('eslint.config.mjs', this.pick(CONFIGS));
    else if (kind < 15) this.ask(...this.pick(this.requests(name)));
    // Lets the server have its turn.
    else await this.client.hover(this.client.uri('nowhere.ts'), 0, 0);
  }

  private requests(name: string): (readonly [method: string, params: object])[] {
    const textDocument = { uri: this.client.uri(name) };
    const position = { line: this.random(8), character: this.random(20) };
    const range = { start: position, end: position };
    return [
      ['textDocument/diagnostic', { textDocument }],
      ['textDocument/diagnostic', { textDocument }],
      ['textDocument/hover', { textDocument, position }],
      ['textDocument/codeAction', { textDocument, range, context: { diagnostics: this.known.slice(-20) } }],
      ['interleave/witness', { textDocument, position }],
      ['interleave/sharedState', this.random(2) === 0 ? {} : { textDocument }],
      ['workspace/diagnostic', { previousResultIds: [] }],
      ['workspace/executeCommand', { command: 'interleave.server.restart' }],
    ];
  }

  private pick<T>(from: readonly T[]): T {
    const picked = from[this.random(from.length)];
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  }

  private open(name: string, text: string): void {
    const uri = this.client.uri(name);
    this.documents.set(name, TextDocument.create(uri, 'typescript', ++this.version, text));
    this.client.open(uri, text, this.version);
  }

  private openOrClose(name: string): void {
    if (!this.documents.has(name))
      this.open(name, this.random(2) === 0 ? this.pick(TEXTS) : (this.onDisk.get(name) ?? SAFE));
    else if (this.random(2) === 0) this.close(name);
    else this.change(name);
  }

  private close(name: string): void {
    this.documents.delete(name);
    this.client.close(this.client.uri(name));
  }

  private change(name: string): void {
    const document = this.documents.get(name);
    if (!document) return;
    const start = { line: this.random(document.lineCount), character: 0 };
    const end = { line: start.line + this.random(2), character: this.random(10) };
    const change = this.pick([
      { text: this.pick(TEXTS) },
      { range: { start, end: start }, text: '// 🐇\r\n' },
      { range: { start, end: start }, text: '/*' },
      { range: { start, end }, text: '' },
    ]);
    this.documents.set(name, TextDocument.update(document, [change], ++this.version));
    this.client.change(document.uri, this.version, change);
  }

  private changeOnDisk(name: string, text: string): void {
    const wasThere = this.onDisk.has(name);
    const goes = wasThere && this.random(3) === 0;
    if (goes) this.onDisk.delete(name);
    else this.onDisk.set(name, text);
    if (goes) rmSync(this.client.path(name));
    else write(this.client.path(name), text);
    const type = goes ? 3 : wasThere ? 2 : 1;
    const changes = [{ uri: this.client.uri(name), type }];
    void this.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  private ask(method: string, params: object): void {
    const source = new CancellationTokenSource();
    const answer = this.client.connection.sendRequest<{ items?: Diagnostic[] } | null>(
      method,
      params,
      source.token,
    );
    this.answers.push(
      answer.then(
        (given) => {
          if (method === 'textDocument/diagnostic' && given?.items) this.known.push(...given.items);
        },
        (error: unknown) => void this.refusals.push(error),
      ),
    );
    if (this.random(3) === 0)
      setImmediate(() => {
        source.cancel();
      });
  }
}

test.each([1, 2])(
  'whatever comes in whatever order, nothing is left unanswered or wrong: run %i',
  async (seed) => {
    const files = { 'helper.ts': HELPER, 'a.ts': USER, 'b.ts': RACY };
    const folder = makeFolder(files);
    const client = await Client.start({ folders: [folder] });
    const abuser = new Abuser(client, randomNumbers(seed), files);
    for (let count = 0; count < OPERATIONS; count++) await abuser.act();
    await Promise.all(abuser.answers);
    // -32800: cancelled by the client.
    expect(abuser.refusals.filter((error) => (error as { code?: number }).code !== -32_800)).toEqual([]);

    const witness = await Client.start({ folders: [folder], capabilities: PULL });
    const documents = [...abuser.documents.values()];
    for (const document of documents) witness.open(document.uri, document.getText(), document.version);
    for (const { uri } of documents) await witness.diagnostics(uri);
    for (const { uri } of documents) {
      const told = await settled(client, uri);
      expect(told, uri).toEqual(await settled(witness, uri));
    }
    await client.shutdown();
  },
  240_000,
);

/** What a server says of a document when it has nothing left to check; without what differs from server to server. */
async function settled(client: Client, uri: string): Promise<unknown[]> {
  // The background comes after all that is open.
  await client.connection.sendRequest('interleave/sharedState', {});
  const diagnostics = await client.diagnostics(uri);
  return diagnostics.map(({ range, severity, code, message }) => ({ range, severity, code, message }));
}
