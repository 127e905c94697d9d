/**
 * A client of the built server, over the wire. It never waits on a clock: only for messages, and for the end of the
 * process. What the server sends of its own is kept, and has to be taken by the test: `rest()` tells what was not.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { FileChangeType } from 'vscode-languageserver-protocol';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import { afterAll, onTestFinished } from 'vitest';
import type { ServerOptions } from 'interleave-language-server/protocol';

export const SERVER = fileURLToPath(new URL('../../../server/dist/cli.js', import.meta.url));

/** What the server sent without being asked: a notification, or a request of its own. */
export interface Sent {
  readonly method: string;
  readonly params: unknown;
}

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly options?: ServerOptions;
  /** The server's start file, where it is not the built one. */
  readonly server?: string;
  /** Workspace folders; by default one, empty. */
  readonly folders?: readonly string[];
  /** How long it lives; a client for a whole file is started outside of its tests. Default: `test`. */
  readonly until?: 'test' | 'file';
  /** Answers to the server's requests, by method; null otherwise. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** A client as modern editors are: it asks for diagnostics, and can do all the rest. */
export const PULL: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { disabledSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  window: { showDocument: { support: true }, workDoneProgress: true },
};

/** A client that is told of diagnostics. */
export const PUSH: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
};

export class Client {
  private readonly sent: Sent[] = [];
  private readonly waiting: { test: (sent: Sent) => boolean; wake: (sent: Sent) => void }[] = [];
  readonly ended: Promise<number | null>;
  private documents = 0;
  stderr = '';

  private constructor(
    readonly connection: MessageConnection,
    private readonly server: ChildProcessWithoutNullStreams,
    readonly initialized: InitializeResult,
    /** The path of the first workspace folder. */
    readonly folder: string,
  ) {
    this.ended = new Promise((resolve) => server.once('exit', resolve));
    server.stderr.on('data', (data) => (this.stderr += String(data)));
  }

  static async start(given: StartOptions = {}): Promise<Client> {
    const atEnd = given.until === 'file' ? afterAll : onTestFinished;
    const folders = given.folders ?? [makeFolder({}, atEnd)];
    const server = spawn(process.execPath, [given.server ?? SERVER, '--stdio']);
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const early: Sent[] = [];
    let receive = (sent: Sent): void => void early.push(sent);
    connection.onNotification((method: string, params: unknown) => {
      receive({ method, params });
    });
    connection.onRequest((method: string, params: unknown) => {
      receive({ method, params });
      return given.answers?.[method] ?? null;
    });
    connection.onUnhandledProgress((params) => {
      receive({ method: '$/progress', params });
    });
    connection.listen();
    atEnd(() => {
      connection.dispose();
      server.kill('SIGKILL');
    });
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: given.capabilities ?? PULL,
      initializationOptions: given.options,
      workspaceFolders: folders.map((path) => ({ uri: uriOf(path), name: path })),
    });
    const client = new Client(connection, server, initialized, folders[0] ?? '');
    receive = (sent) => {
      client.receive(sent);
    };
    for (const sent of early) client.receive(sent);
    await connection.sendNotification('initialized', {});
    return client;
  }

  private receive(sent: Sent): void {
    const index = this.waiting.findIndex(({ test }) => test(sent));
    if (index < 0) this.sent.push(sent);
    else this.waiting.splice(index, 1)[0]?.wake(sent);
  }

  /** Takes the next message of this kind that the server sends, or has sent. */
  next<P = unknown>(method: string, test: (params: P) => boolean = () => true): Promise<P> {
    const fits = (sent: Sent): boolean => sent.method === method && test(sent.params as P);
    const index = this.sent.findIndex(fits);
    if (index >= 0) return Promise.resolve(this.sent.splice(index, 1)[0]?.params as P);
    return new Promise((resolve) =>
      this.waiting.push({
        test: fits,
        wake: ({ params }) => {
          resolve(params as P);
        },
      }),
    );
  }

  /** Takes all messages of this kind that have come. */
  take<P = unknown>(method: string): P[] {
    const taken = this.sent.filter((sent) => sent.method === method);
    for (const each of taken) this.sent.splice(this.sent.indexOf(each), 1);
    return taken.map(({ params }) => params as P);
  }

  /** What nobody has taken. */
  rest(): readonly Sent[] {
    return this.sent;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  uri(name: string): string {
    return uriOf(this.path(name));
  }

  /** The address of a document that no other test has opened. */
  fresh(name: string): string {
    return this.uri(join(String(++this.documents), name));
  }

  open(uri: string, text: string, version = 1, languageId = 'typescript'): void {
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): void {
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): void {
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  changedOnDisk(...uris: string[]): void {
    void this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: uris.map((uri) => ({
        uri,
        type: existsSync(fileURLToPath(uri)) ? FileChangeType.Changed : FileChangeType.Deleted,
      })),
    });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    });
  }

  /** The diagnostics of a document as it is now. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  published(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    return this.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && (version === undefined || params.version === version),
    );
  }

  codeActions(uri: string, diagnostics: Diagnostic[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    };
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
  }

  command(command: string, ...args: unknown[]): Promise<unknown> {
    return this.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
  }

  async shutdown(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    void this.connection.sendNotification('exit');
    return this.ended;
  }
}

/** A folder of its own, with files, gone when the test is. */
export function makeFolder(
  files: Readonly<Record<string, string>> = {},
  atEnd: (clean: () => void) => void = onTestFinished,
): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'interleave-server-')));
  atEnd(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) write(join(folder, name), text);
  return folder;
}

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
